create or replace function milepost.export_seal(p_tenant text, p_seal_no integer)
returns table (
  leaf_hash text, learner text, salt text, course text, attempt integer, lesson text
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return query
  select encode(k.hash, 'hex'), r.external_id, r.seal_salt::text, c.external_id, e.attempt_no,
    l.external_id
  from milepost.seal s
  cross join lateral unnest(s.buckets, s.event_nos, s.leaf_hashes)
    with ordinality k (bucket, event_no, hash, n)
  left join milepost.progress_event pe on pe.bucket = k.bucket and pe.event_no = k.event_no
  -- What an erased learner did is not moved: its hash alone is.
  left join milepost.learner r on r.bucket = pe.bucket and r.learner_id = pe.learner_id
    and r.erased_at is null
  left join milepost.enrollment e on e.bucket = pe.bucket and e.enrollment_id = pe.enrollment_id
    and r.learner_id is not null
  left join milepost.course c on c.course_id = e.course_id
  left join milepost.lesson l on l.lesson_id = pe.lesson_id and r.learner_id is not null
  where s.tenant_id = v_tenant_id and s.seal_no = p_seal_no
  order by k.n;
end $$;
comment on function milepost.export_seal(text, integer) is
  'The leaves of a seal in order, up to 10,000, each with whose completion it is: what import_seal '
  'takes. All but the hash are null of a learner who was erased; the lesson is null of a course '
  'that was completed.';
grant execute on function milepost.export_seal(text, integer) to milepost_app;
