create or replace function milepost.report_overview(
  p_tenant text, p_group text, p_enrolled_from timestamptz default null,
  p_enrolled_before timestamptz default null, p_now timestamptz default null
) returns table (
  as_of timestamptz, overdue bigint, overdue_yesterday bigint, oldest_due_at timestamptz,
  overdue_course text, overdue_course_title text, overdue_in_course bigint,
  due_soon bigint, at_risk bigint,
  completed_from date, completed_until date, completed bigint, completed_before bigint,
  stalled bigint, stalled_course text, stalled_course_title text, stalled_in_course bigint,
  lesson_course text, lesson_course_title text, lesson text, lesson_title text,
  stopped_here bigint, viewed bigint
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
set jit = off
set max_parallel_workers_per_gather = 0
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := coalesce(p_now, clock_timestamp());
  v_group_id  constant bigint := case when p_group is not null then
    milepost.group_number(v_tenant_id, p_group) end;
  v_recounting constant boolean := exists (select from milepost.recount);
  v_zone      text;
  v_today     date;
begin
  perform milepost.has_window(p_enrolled_from, p_enrolled_before);
  select t.time_zone, (v_now at time zone t.time_zone)::date into v_zone, v_today
  from milepost.tenant t where t.tenant_id = v_tenant_id;
  return query
  with tally as materialized (
    select c.external_id, c.title, o.*
    from milepost.overview_courses(
      v_tenant_id, v_group_id, v_zone, p_enrolled_from, p_enrolled_before, v_now) o
    join milepost.course c on c.course_id = o.course_id
  ), oldest as (
    select min(a.due_at) as due_at
    from milepost.group_attempts(v_group_id, false) a
    where v_group_id is not null and a.due_at < v_now
      and a.completed_at is null and a.withdrawn_at is null and a.exempted_at is null
      and milepost.enrolled_within(a.enrolled_at, p_enrolled_from, p_enrolled_before)
    union all
    (select e.due_at from milepost.enrollment e
    where v_group_id is null and e.tenant_id = v_tenant_id and e.is_current
      and e.completed_at is null and e.withdrawn_at is null and e.exempted_at is null
      and e.due_at is not null and e.due_at < v_now
      and milepost.enrolled_within(e.enrolled_at, p_enrolled_from, p_enrolled_before)
      and (not v_recounting or (milepost.caught_up(e)).completed_at is null)
    order by e.due_at, e.bucket, e.enrollment_id
    limit 1)
  )
  select v_now, t.overdue,
    milepost.overdue_known(v_tenant_id, v_group_id, p_enrolled_from, p_enrolled_before,
      v_now - interval '24 hours'),
    (select max(o.due_at) from oldest o), d.external_id, d.title, d.overdue,
    s.attempts, s.at_risk,
    v_today - 7, v_today, t.completed, t.completed_before,
    t.stalled, i.external_id, i.title, i.stalled,
    w.course, w.course_title, w.lesson, w.title, w.stopped_here, w.viewed
  from (
    select coalesce(sum(t.overdue), 0)::bigint as overdue,
      coalesce(sum(t.stalled), 0)::bigint as stalled,
      coalesce(sum(t.completed), 0)::bigint as completed,
      coalesce(sum(t.completed_before), 0)::bigint as completed_before
    from tally t
  ) t
  cross join milepost.due_soon(
    v_tenant_id, v_group_id, 7, p_enrolled_from, p_enrolled_before, v_now) s
  left join lateral (
    select * from tally c where c.overdue > 0
    order by c.overdue desc, c.external_id collate "C" limit 1
  ) d on true
  left join lateral (
    select * from tally c where c.stalled > 0
    order by c.stalled desc, c.external_id collate "C" limit 1
  ) i on true
  left join lateral (
    select c.external_id as course, c.title as course_title, l.external_id as lesson, l.title,
      n.stopped_here, n.viewed
    from milepost.stopped_lessons(
      v_tenant_id, v_group_id, p_enrolled_from, p_enrolled_before, v_now) n
    join milepost.lesson l on l.lesson_id = n.lesson_id
    join milepost.course c on c.course_id = l.course_id
    order by milepost.wilson_low(n.stopped_here, n.viewed) desc, c.external_id collate "C",
      l.position
    limit 1
  ) w on true;
end $$;
comment on function milepost.report_overview(
  text, text, timestamptz, timestamptz, timestamptz) is
  'One row of what an administrator looks at first: who is overdue, and was a day ago, whose '
  'deadline comes within seven days, who completed in the last seven full days of the tenant''s '
  'zone and in those before, who is stalled, and the courses and the lesson where most of it is. '
  'Of a group, an enrollment window, or both.';
grant execute on function milepost.report_overview(
  text, text, timestamptz, timestamptz, timestamptz) to milepost_app;
