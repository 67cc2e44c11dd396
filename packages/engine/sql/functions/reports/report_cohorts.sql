create or replace function milepost.report_cohorts(
  p_tenant text, p_course text, p_by text, p_group text, p_now timestamptz default null
) returns table (
  as_of timestamptz, cohort date, exempt bigint, withdrawn bigint, completed bigint,
  in_progress bigint, not_started bigint, days integer[], time_completed bigint[],
  time_withdrawn bigint[], time_censored bigint[]
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
    v_group_id is not null or milepost.reports_lag(v_course.course_id);
  v_zone      text;
begin
  select t.time_zone into v_zone from milepost.tenant t where t.tenant_id = v_tenant_id;
  return query
  with state as (
    select milepost.period_of(s.day, p_by) as cohort, sum(s.exempt)::bigint as exempt,
      sum(s.withdrawn)::bigint as withdrawn, sum(s.completed)::bigint as completed,
      sum(s.in_progress)::bigint as in_progress, sum(s.not_started)::bigint as not_started
    from milepost.report_cohort_states(v_course.course_id, v_group_id, v_scans, v_zone) s
    group by 1
  ), ended as (
    select date '1970-01-01' + f.cohort as cohort, array_agg(f.day) as days,
      array_agg(f.completed) as completed, array_agg(f.withdrawn) as withdrawn,
      array_agg(f.censored) as censored
    -- Sorted once: an order in each aggregate would be a sort of its own.
    from (
      select * from milepost.report_follow_up(
        v_course.course_id, p_by, v_group_id, true, null, v_now)
      order by cohort, day
    ) f
    group by f.cohort
  )
  select v_now, s.cohort, s.exempt, s.withdrawn, s.completed, s.in_progress, s.not_started,
    e.days, e.completed, e.withdrawn, e.censored
  from state s
  left join ended e on e.cohort = s.cohort
  where s.exempt + s.withdrawn + s.completed + s.in_progress + s.not_started > 0
  order by s.cohort;
end $$;
comment on function milepost.report_cohorts(text, text, text, text, timestamptz) is
  'The attempts of a course by the week or month (p_by) of their enrollment, in the tenant''s '
  'zone, with how they ended by days since.';
grant execute on function milepost.report_cohorts(text, text, text, text, timestamptz)
  to milepost_app;
