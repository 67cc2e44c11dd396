create or replace function milepost.report_changes(
  p_tenant text, p_types text[], p_course text, p_group text, p_learner text,
  p_after_at timestamptz, p_after_bucket integer, p_after_no bigint, p_limit integer,
  p_now timestamptz default null
) returns table (
  as_of timestamptz, event_no bigint, bucket integer, type text, occurred_at timestamptz,
  received_at timestamptz, learner text, name text, course text, course_title text,
  attempt integer, reason text, actor text, source text, due_from timestamptz,
  due_from_time_zone text, due_to timestamptz, due_to_time_zone text
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_custom_plan
set jit = off
-- A page ends its scan early: workers would begin one each, and take longer to start than it lasts.
set max_parallel_workers_per_gather = 0
as $$
#variable_conflict use_column
declare
  v_tenant_id  constant integer := milepost.enter(p_tenant);
  v_now        constant timestamptz := coalesce(p_now, clock_timestamp());
  v_group_id   constant bigint := case when p_group is not null then
    milepost.group_number(v_tenant_id, p_group) end;
  v_course     milepost.course;
  v_bucket     constant smallint := milepost.bucket_of(p_tenant, p_learner);
  v_learner_id bigint;
begin
  if p_course is not null then
    v_course := milepost.course_named(v_tenant_id, p_course);
  end if;
  if p_learner is not null then
    select r.learner_id into v_learner_id from milepost.learner r
    where r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner;
    if not found then
      perform milepost.refuse('learner_not_found');
    end if;
  end if;

  return query
  select v_now, p.event_no, p.bucket::integer, p.type::text, p.occurred_at, p.received_at,
    r.external_id, r.name, c.external_id, c.title, e.attempt_no, p.reason, p.actor, p.source,
    (p.data ->> 'from')::timestamptz, p.data ->> 'fromTimeZone',
    (p.data ->> 'to')::timestamptz, p.data ->> 'timeZone'
  from (
    select pe.*
    from milepost.progress_event pe
    where pe.tenant_id = v_tenant_id
      and pe.type in ('enrollment.withdrawn', 'enrollment.exempted', 'enrollment.reinstated',
        'deadline.moved')
      and (p_types is null or pe.type = any (p_types::milepost.event_type[]))
      and (p_course is null or pe.course_id = v_course.course_id)
      -- Of one learner the few attempts are looked up, each with the little that happened to it.
      and (p_learner is null or pe.bucket = v_bucket and pe.enrollment_id = any (array(
        select e.enrollment_id from milepost.enrollment e
        where e.bucket = v_bucket and e.learner_id = v_learner_id)))
      and (v_group_id is null or exists (
        select from milepost.group_member gm
        where gm.group_id = v_group_id and gm.bucket = pe.bucket
          and gm.learner_id = pe.learner_id and gm.left_at is null))
      and (p_after_at is null
        or (pe.received_at, pe.bucket, pe.event_no) < (p_after_at, p_after_bucket, p_after_no))
    order by pe.received_at desc, pe.bucket desc, pe.event_no desc
    limit p_limit
  ) p
  -- By their whole keys, behind fences: a join, planned before the tables were analyzed, went
  -- through all attempts of the bucket for each.
  cross join lateral (
    select e.attempt_no from milepost.enrollment e
    where e.bucket = p.bucket and e.enrollment_id = p.enrollment_id
    offset 0
  ) e
  cross join lateral (
    select c.external_id, c.title from milepost.course c where c.course_id = p.course_id
    offset 0
  ) c
  cross join lateral (
    select r.external_id, r.name from milepost.learner r
    where r.bucket = p.bucket and r.learner_id = p.learner_id
    offset 0
  ) r
  order by p.received_at desc, p.bucket desc, p.event_no desc;
end $$;
comment on function milepost.report_changes(
  text, text[], text, text, text, timestamptz, integer, bigint, integer, timestamptz) is
  'What was done to attempts by hand, the newest first, a page: deadlines moved, exemptions given '
  'and taken back, withdrawals; of some types, of a course, of who belongs to a group now, of a '
  'learner.';
grant execute on function milepost.report_changes(
  text, text[], text, text, text, timestamptz, integer, bigint, integer, timestamptz)
  to milepost_app;
