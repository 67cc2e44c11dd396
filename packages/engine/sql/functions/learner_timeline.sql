create or replace function milepost.learner_timeline(
  p_tenant text, p_learner text, p_course text, p_attempt integer, p_after bigint, p_limit integer
) returns table (
  event_no bigint, type text, attempt integer, lesson text, occurred_at timestamptz,
  received_at timestamptz, source text, actor text, client_event_id text, outline_version integer,
  reason text, data jsonb
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_bucket    constant smallint := milepost.bucket_of(p_tenant, p_learner);
  v_attempts  bigint[];
begin
  select array_agg(e.enrollment_id) into v_attempts
  from milepost.course c
  join milepost.learner r
    on r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner
  join milepost.enrollment e
    on e.bucket = v_bucket and e.learner_id = r.learner_id and e.course_id = c.course_id
    and (p_attempt is null or e.attempt_no = p_attempt)
  where c.tenant_id = v_tenant_id and c.external_id = p_course;
  if v_attempts is null then
    perform milepost.refuse_missing(p_tenant, v_tenant_id, p_course, p_learner);
  end if;

  return query
  select pe.event_no, pe.type::text, e.attempt_no, l.external_id, pe.occurred_at, pe.received_at,
    pe.source, pe.actor, pe.client_event_id, pe.outline_version, pe.reason, pe.data
  from milepost.progress_event pe
  join milepost.enrollment e on e.bucket = v_bucket and e.enrollment_id = pe.enrollment_id
  left join milepost.lesson l on l.lesson_id = pe.lesson_id
  where pe.bucket = v_bucket and pe.enrollment_id = any (v_attempts)
    and pe.event_no > coalesce(p_after, 0)
  order by pe.event_no
  limit p_limit;
end $$;
comment on function milepost.learner_timeline(text, text, text, integer, bigint, integer) is
  'The ledger of one learner at one course, oldest first, after a cursor: of all attempts, or of '
  'one.';
grant execute on function milepost.learner_timeline(text, text, text, integer, bigint, integer)
  to milepost_app;
