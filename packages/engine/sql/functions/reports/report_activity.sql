create or replace function milepost.report_activity(
  p_tenant text, p_course text, p_group text, p_by text,
  p_enrolled_from timestamptz default null, p_enrolled_before timestamptz default null,
  p_now timestamptz default null
) returns table (
  as_of timestamptz, period date, enrollments bigint, starts bigint, completions bigint,
  is_over boolean
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := coalesce(p_now, clock_timestamp());
  v_group_id  constant bigint := case when p_group is not null then
    milepost.group_number(v_tenant_id, p_group) end;
  v_course    constant milepost.course := milepost.course_named(v_tenant_id, p_course);
  v_scans     constant boolean :=
    milepost.has_window(p_enrolled_from, p_enrolled_before) or v_group_id is not null
    or milepost.reports_lag(v_course.course_id);
  v_zone      text;
  v_current   date;
begin
  select t.time_zone into v_zone from milepost.tenant t where t.tenant_id = v_tenant_id;
  v_current := milepost.period_of(milepost.day_in(v_now, v_zone), p_by);
  return query
  with event as (
    select c.measure::text as what, c.key_1 as day, c.n
    from milepost.report_cells(v_course.course_id, '{enrolled_on,started_on,completed_on}') c
    where not v_scans
    union all
    select w.what, milepost.day_in(w.at, v_zone), 1
    from milepost.report_attempts(v_course.course_id, v_group_id, true, null, null,
      p_enrolled_from, p_enrolled_before) a
    cross join lateral (values
      ('enrolled_on', a.enrolled_at), ('started_on', a.first_viewed_at),
      ('completed_on', a.completed_at)
    ) w (what, at)
    where v_scans and w.at is not null
  ), tally as (
    select milepost.period_of(e.day, p_by) as period,
      coalesce(sum(e.n) filter (where e.what = 'enrolled_on'), 0)::bigint
        as enrollments,
      coalesce(sum(e.n) filter (where e.what = 'started_on'), 0)::bigint as starts,
      coalesce(sum(e.n) filter (where e.what = 'completed_on'), 0)::bigint as completions
    from event e
    group by 1
  )
  select v_now, p.period::date, coalesce(t.enrollments, 0), coalesce(t.starts, 0),
    coalesce(t.completions, 0),
    p.period < v_current
  from (
    -- Through the present, so that a silence shows.
    select s.period::date as period
    from generate_series(
      (select min(t.period) from tally t where t.enrollments + t.starts + t.completions > 0)
        ::timestamp,
      v_current::timestamp, ('1 ' || p_by)::interval
    ) s (period)
    union
    -- An enrollment may be of a day to come, as far off as the year 9999: the silence before it
    -- would be 400,000 weeks.
    select t.period from tally t
    where t.period > v_current and t.enrollments + t.starts + t.completions > 0
  ) p
  left join tally t on t.period = p.period
  order by p.period;
end $$;
comment on function milepost.report_activity(
  text, text, text, text, timestamptz, timestamptz, timestamptz) is
  'Enrollments, first accesses and completions of a course by week or month (p_by) in the '
  'tenant''s zone, without a gap up to the present, and each to come that has any; is_over is '
  'false for the period that has not ended. Of a group, an enrollment window, or both.';
grant execute on function milepost.report_activity(
  text, text, text, text, timestamptz, timestamptz, timestamptz) to milepost_app;
