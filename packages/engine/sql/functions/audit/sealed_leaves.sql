create or replace function milepost.sealed_leaves(
  p_buckets smallint[], p_event_nos bigint[]
) returns table (place bigint, leaf text)
language plpgsql stable
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
begin
  return query
  select k.n, jsonb_build_array(
    'milepost-completion-1', pe.type, encode(coalesce(r.seal_mark,
      milepost.learner_mark(r.seal_salt, r.external_id)), 'hex'),
    c.external_id, e.attempt_no, l.external_id, pe.outline_version,
    milepost.instant_text(pe.occurred_at), milepost.instant_text(pe.received_at), pe.source
  )::text
  from unnest(p_buckets, p_event_nos) with ordinality k (bucket, event_no, n)
  join milepost.progress_event pe on pe.bucket = k.bucket and pe.event_no = k.event_no
  left join milepost.enrollment e
    on e.bucket = pe.bucket and e.enrollment_id = pe.enrollment_id
  left join milepost.learner r on r.bucket = pe.bucket and r.learner_id = pe.learner_id
  left join milepost.course c on c.course_id = pe.course_id
  left join milepost.lesson l on l.lesson_id = pe.lesson_id;
end $$;
comment on function milepost.sealed_leaves(smallint[], bigint[]) is
  'Entries of the ledger as the text that is sealed, a JSON array: format, type, the learner''s '
  'mark, course, attempt, lesson, outline version, when it happened, when it was received, source. '
  'No id of this database, so that what is moved stays sealed, and nothing that an erasure '
  'clears.';
