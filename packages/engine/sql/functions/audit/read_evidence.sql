create or replace function milepost.read_evidence(
  p_tenant text, p_learner text, p_course text, p_from timestamptz, p_before timestamptz,
  p_after integer
) returns table (
  seal_no integer, leaf_hashes text[], places integer[], leaves text[], learners text[],
  salts text[]
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id  constant integer := milepost.enter(p_tenant);
  v_bucket     constant smallint := milepost.bucket_of(p_tenant, p_learner);
  v_learner_id bigint;
  v_course_id  bigint;
begin
  if p_learner is not null then
    select r.learner_id into v_learner_id from milepost.learner r
    where r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner;
    if not found then
      perform milepost.refuse('learner_not_found');
    end if;
  end if;
  if p_course is not null then
    select c.course_id into v_course_id from milepost.course c
    where c.tenant_id = v_tenant_id and c.external_id = p_course;
    if not found then
      perform milepost.refuse('course_not_found');
    end if;
  end if;
  return query
  select f.seal_no,
    (select array_agg(encode(h.hash, 'hex') order by h.n)
      from unnest(f.leaf_hashes) with ordinality h (hash, n)),
    array_agg(f.place order by f.place), array_agg(v.leaf order by f.place),
    array_agg(r.external_id order by f.place), array_agg(r.seal_salt::text order by f.place)
  from (
    select s.seal_no, s.leaf_hashes, k.n::integer as place, k.bucket, k.event_no
    from milepost.seal s
    cross join lateral unnest(s.buckets, s.event_nos) with ordinality k (bucket, event_no, n)
    where s.tenant_id = v_tenant_id and s.seal_no > coalesce(p_after, 0)
      and (v_learner_id is null or k.bucket = v_bucket)
  ) f
  join milepost.progress_event pe on pe.bucket = f.bucket and pe.event_no = f.event_no
  join milepost.learner r on r.bucket = pe.bucket and r.learner_id = pe.learner_id
  cross join lateral milepost.sealed_leaves(array[f.bucket], array[f.event_no]) v
  where (v_learner_id is null or pe.learner_id = v_learner_id)
    and (v_course_id is null or pe.course_id = v_course_id)
    and (p_from is null or pe.occurred_at >= p_from)
    and (p_before is null or pe.occurred_at < p_before)
  group by f.seal_no, f.leaf_hashes
  order by f.seal_no
  limit 20;
end $$;
comment on function milepost.read_evidence(text, text, text, timestamptz, timestamptz, integer) is
  'Sealed completions of a learner, a course and a period, all that are given, by their seals: up '
  'to 20 seals after p_after that hold any. Each with the hashes of all its leaves in hex, from '
  'which the path of a leaf to the root follows, and the places (from 1), texts, learners and '
  'salts of those asked for. Learner and salt are null of who was erased.';
grant execute on function
  milepost.read_evidence(text, text, text, timestamptz, timestamptz, integer) to milepost_app;
