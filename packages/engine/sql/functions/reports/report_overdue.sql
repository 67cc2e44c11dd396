create or replace function milepost.report_overdue(
  p_tenant text, p_course text, p_group text, p_as_of timestamptz, p_after_due timestamptz,
  p_after_bucket integer, p_after_id bigint, p_limit integer,
  p_enrolled_from timestamptz default null, p_enrolled_before timestamptz default null,
  p_min_days integer default null, p_max_days integer default null,
  p_now timestamptz default null
) returns table (
  learner text, name text, course text, course_title text, attempt integer, due_at timestamptz,
  original_due_at timestamptz, time_zone text, days_overdue integer, progress_percentage numeric,
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
  v_as_of     constant timestamptz := milepost.earlier_instant(p_as_of, v_now);
  v_at        constant timestamptz := coalesce(v_as_of, v_now);
  v_group_id  constant bigint := case when p_group is not null then
    milepost.group_number(v_tenant_id, p_group) end;
  v_windowed  constant boolean := milepost.has_window(p_enrolled_from, p_enrolled_before);
  v_recounting constant boolean := exists (select from milepost.recount);
  v_by_days   constant boolean := p_min_days is not null or p_max_days is not null;
  v_min_days  constant integer := coalesce(p_min_days, 0);
  v_max_days  constant integer := coalesce(p_max_days, 2147483647);
  -- Days go by the zone of each deadline: a calendar's differ from those of 24 hours by less than
  -- two. Between these instants an index finds them.
  v_due_from  constant timestamptz := case when p_max_days is null then '-infinity'
    else v_at - make_interval(hours => 24 * (least(p_max_days, 1000000) + 2)) end;
  v_due_before constant timestamptz := case when p_min_days is null then v_at
    else v_at - make_interval(hours => 24 * (least(p_min_days, 1000000) - 2)) end;
  v_course    milepost.course;
  v_total     bigint;
begin
  if p_course is not null then
    v_course := milepost.course_named(v_tenant_id, p_course);
  end if;
  if v_as_of is not null or v_group_id is not null then
    return query
    with overdue as materialized (
      select a.*, c.course_id, c.external_id, c.title, count(*) over () as total
      from milepost.course c
      cross join lateral milepost.report_attempts(
        c.course_id, v_group_id, v_as_of is not null, v_as_of, null, p_enrolled_from,
        p_enrolled_before) a
      where c.tenant_id = v_tenant_id and (p_course is null or c.course_id = v_course.course_id)
        and milepost.attempt_state(a.exempted_at, a.withdrawn_at, a.completed_at, a.due_at,
          a.last_viewed_at, v_at) = 'overdue'
        and (not v_by_days or milepost.days_overdue(a.due_at,
          milepost.due_zone_at(a.bucket, a.enrollment_id, v_as_of), v_at)
          between v_min_days and v_max_days)
    ), page as (
      select * from overdue o
      where p_after_due is null
        or (o.due_at, o.bucket, o.enrollment_id) > (p_after_due, p_after_bucket, p_after_id)
      order by o.due_at, o.bucket, o.enrollment_id
      limit p_limit
    )
    select r.external_id, r.name, p.external_id, p.title, e.attempt_no, p.due_at,
      p.original_due_at, z.zone, milepost.days_overdue(p.due_at, z.zone, v_at),
      case when v_as_of is null then e.progress_percentage::numeric end, p.last_viewed_at, v_at,
      p.bucket::integer, p.enrollment_id, coalesce(p.total, 0)
    from (values (1)) one
    left join page p on true
    left join milepost.enrollment s on s.bucket = p.bucket and s.enrollment_id = p.enrollment_id
    cross join lateral milepost.caught_up(s) e
    left join milepost.learner r on r.bucket = e.bucket and r.learner_id = e.learner_id
    cross join lateral (
      select milepost.due_zone_at(p.bucket, p.enrollment_id, v_as_of) as zone
    ) z
    order by p.due_at, p.bucket, p.enrollment_id;
    return;
  end if;

  if not v_windowed and not v_by_days then
    v_total := milepost.overdue_total(v_tenant_id, v_course.course_id, v_now);
  end if;
  return query
  with overdue as not materialized (
    select e.due_at, e.bucket, e.enrollment_id, e as attempt from milepost.enrollment e
    where e.tenant_id = v_tenant_id and (p_course is null or e.course_id = v_course.course_id)
      and e.is_current and e.completed_at is null and e.withdrawn_at is null
      and e.exempted_at is null and e.due_at is not null and e.due_at < v_now
      and milepost.enrolled_within(e.enrolled_at, p_enrolled_from, p_enrolled_before)
      and (not v_by_days or e.due_at >= v_due_from and e.due_at < v_due_before
        and milepost.days_overdue(e.due_at, e.due_time_zone, v_now)
          between v_min_days and v_max_days)
      and (not v_recounting or (milepost.caught_up(e)).completed_at is null)
  )
  select r.external_id, r.name, c.external_id, c.title, e.attempt_no, e.due_at, e.original_due_at,
    e.due_time_zone, milepost.days_overdue(e.due_at, e.due_time_zone, v_now),
    e.progress_percentage::numeric, e.last_viewed_at, v_now, e.bucket::integer, e.enrollment_id,
    coalesce(v_total, (select count(*) from overdue))
  from (values (1)) one
  left join lateral (
    select a.*
    from (
      select e.attempt from overdue e
      where p_after_due is null
        or (e.due_at, e.bucket, e.enrollment_id) > (p_after_due, p_after_bucket, p_after_id)
      order by e.due_at, e.bucket, e.enrollment_id
      limit p_limit
    ) p
    cross join lateral milepost.caught_up(p.attempt) a
  ) e on true
  left join milepost.course c on c.course_id = e.course_id
  left join milepost.learner r on r.bucket = e.bucket and r.learner_id = e.learner_id
  order by e.due_at, e.bucket, e.enrollment_id;
end $$;
comment on function milepost.report_overdue(
  text, text, text, timestamptz, timestamptz, integer, bigint, integer, timestamptz, timestamptz,
  integer, integer, timestamptz) is
  'Overdue attempts, of p_min_days to p_max_days (days_overdue) if given, most overdue first, a '
  'page; total counts them all. One row of nulls where there is none. Of an earlier instant: as it '
  'was known then, without the progress, which is of now.';
grant execute on function milepost.report_overdue(
  text, text, text, timestamptz, timestamptz, integer, bigint, integer, timestamptz, timestamptz,
  integer, integer, timestamptz) to milepost_app;
