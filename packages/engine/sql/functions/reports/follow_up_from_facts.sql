create or replace function milepost.follow_up_from_facts(
  p_course_id bigint, p_from text, p_group_id bigint, p_at_start boolean, p_as_of timestamptz,
  p_now timestamptz, p_enrolled_from timestamptz, p_enrolled_before timestamptz
) returns table (cohort integer, day integer, completed bigint, withdrawn bigint, censored bigint)
language plpgsql stable
set plan_cache_mode = force_custom_plan
set enable_seqscan = on
set work_mem = '64MB'
-- See report_course_from_facts.
set enable_mergejoin = off
set enable_sort = off
set jit = on
set jit_optimize_above_cost = -1
set jit_inline_above_cost = -1
as $$
declare
  v_hour constant integer := milepost.hour_begun(coalesce(p_as_of, p_now));
  v_lags constant boolean := milepost.reports_lag(p_course_id);
  v_zone text;
begin
  select t.time_zone into v_zone from milepost.tenant t
  where t.tenant_id = milepost.current_tenant_id();
  return query
  select f.cohort, f.day, count(*) filter (where f.outcome = 'finished'),
    count(*) filter (where f.outcome = 'left'), count(*) filter (where f.outcome = 'going')
  from (
    select case when p_from in ('week', 'month') then milepost.period_of(
        milepost.day_in(a.enrolled_at, v_zone), p_from) - date '1970-01-01' end as cohort,
      o.outcome,
      case o.outcome
        when 'finished' then milepost.days_taken(o.origin, a.completed_at)
        when 'left' then milepost.days_taken(o.origin, a.withdrawn_at)
        else greatest(0, v_hour - milepost.hour_begun(o.origin)) / 24
      end as day
    from milepost.report_attempts(
      p_course_id, p_group_id, p_at_start, p_as_of, v_lags, p_enrolled_from,
      p_enrolled_before) a
    cross join lateral (
      select case p_from when 'firstAccess' then a.first_viewed_at else a.enrolled_at end
          as origin,
        case
          when a.completed_at <= coalesce(a.withdrawn_at, 'infinity') then 'finished'
          when a.withdrawn_at is not null then 'left'
          else 'going'
        end as outcome
    ) o
    where a.exempted_at is null and o.origin is not null
  ) f
  group by f.cohort, f.day;
end $$;
comment on function milepost.follow_up_from_facts(
  bigint, text, bigint, boolean, timestamptz, timestamptz, timestamptz, timestamptz) is
  'report_follow_up out of the attempts themselves, for a group, an enrollment window or as of an '
  'earlier instant.';
