create or replace function milepost.report_due_next(
  p_tenant text, p_course text, p_group text, p_days integer, p_after_due timestamptz,
  p_after_bucket integer, p_after_id bigint, p_limit integer,
  p_enrolled_from timestamptz default null, p_enrolled_before timestamptz default null,
  p_due_from timestamptz default null, p_due_before timestamptz default null,
  p_now timestamptz default null
) returns table (
  learner text, name text, course text, course_title text, attempt integer, due_at timestamptz,
  time_zone text, lessons_left integer, started boolean, seconds_per_lesson bigint,
  seconds_left bigint, seconds_needed bigint, at_risk boolean, progress_percentage numeric,
  last_viewed_at timestamptz, as_of timestamptz, cursor_bucket integer, cursor_id bigint,
  total bigint
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
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := coalesce(p_now, clock_timestamp());
  v_group_id  constant bigint := case when p_group is not null then
    milepost.group_number(v_tenant_id, p_group) end;
  v_windowed  constant boolean := milepost.has_window(p_enrolled_from, p_enrolled_before);
  v_recounting constant boolean := exists (select from milepost.recount);
  v_from      constant timestamptz := greatest(v_now, p_due_from);
  v_before    constant timestamptz := least(v_now + make_interval(days => p_days), p_due_before);
  v_course    milepost.course;
  v_total     bigint;
begin
  perform milepost.has_window(p_due_from, p_due_before);
  if p_course is not null then
    v_course := milepost.course_named(v_tenant_id, p_course);
  end if;
  if not v_windowed and v_group_id is null then
    v_total := case when v_from < v_before
      then milepost.due_between(v_tenant_id, v_course.course_id, v_from, v_before)
      else 0 end;
  end if;
  return query
  with due as not materialized (
    select e.due_at, e.bucket, e.enrollment_id, e as attempt from milepost.enrollment e
    where e.tenant_id = v_tenant_id and (p_course is null or e.course_id = v_course.course_id)
      and e.is_current and e.completed_at is null and e.withdrawn_at is null
      and e.exempted_at is null and e.due_at is not null
      and e.due_at >= v_from and e.due_at < v_before
      and milepost.enrolled_within(e.enrolled_at, p_enrolled_from, p_enrolled_before)
      and (not v_recounting or (milepost.caught_up(e)).completed_at is null)
      and (v_group_id is null or exists (
        select from milepost.group_member gm
        where gm.group_id = v_group_id and gm.bucket = e.bucket
          and gm.learner_id = e.learner_id and gm.left_at is null))
  ), page as (
    select a.*
    from (
      select e.attempt from due e
      where p_after_due is null
        or (e.due_at, e.bucket, e.enrollment_id) > (p_after_due, p_after_bucket, p_after_id)
      order by e.due_at, e.bucket, e.enrollment_id
      limit p_limit
    ) p
    cross join lateral milepost.caught_up(p.attempt) a
  ), pace as materialized (
    select c.course_id, c.external_id, c.title,
      milepost.course_pace(c.course_id, c.total_lessons) as seconds
    from milepost.course c
    where c.course_id in (select p.course_id from page p)
  )
  select r.external_id, r.name, c.external_id, c.title, p.attempt_no, p.due_at, p.due_time_zone,
    t.lessons, case when p.enrollment_id is not null then p.first_viewed_at is not null end,
    c.seconds, t.seconds_left, t.lessons * c.seconds,
    case when p.enrollment_id is not null then
      p.first_viewed_at is null or coalesce(t.lessons * c.seconds > t.seconds_left, false) end,
    p.progress_percentage::numeric, p.last_viewed_at, v_now, p.bucket::integer, p.enrollment_id,
    coalesce(v_total, (select count(*) from due))
  from (values (1)) one
  left join page p on true
  left join pace c on c.course_id = p.course_id
  left join milepost.learner r on r.bucket = p.bucket and r.learner_id = p.learner_id
  cross join lateral (
    select p.total_lessons - p.completed_lessons as lessons,
      floor(extract(epoch from p.due_at - v_now))::bigint as seconds_left
  ) t
  order by p.due_at, p.bucket, p.enrollment_id;
end $$;
comment on function milepost.report_due_next(
  text, text, text, integer, timestamptz, integer, bigint, integer, timestamptz, timestamptz,
  timestamptz, timestamptz, timestamptz) is
  'Attempts due within so many days, from p_due_from on and before p_due_before if given, soonest '
  'first, with the arithmetic: lessons left times the course''s pace against the time left. At '
  'risk: not begun, or more is needed than is left. One row of nulls where there is none.';
grant execute on function milepost.report_due_next(
  text, text, text, integer, timestamptz, integer, bigint, integer, timestamptz, timestamptz,
  timestamptz, timestamptz, timestamptz) to milepost_app;
