-- One pass over the attempts for all that a course's report says: of an earlier instant each pass
-- takes seconds at a million.
create or replace function milepost.report_course_from_facts(
  p_course_id bigint, p_group_id bigint, p_as_of timestamptz, p_now timestamptz,
  p_matured_days integer, p_today integer, p_zone text, p_enrolled_from timestamptz,
  p_enrolled_before timestamptz
) returns table (
  exempt bigint, withdrawn bigint, completed_on_time bigint, completed_late bigint,
  overdue bigint, active bigint, stalled bigint, not_started bigint,
  due bigint, due_on_time bigint, original_due bigint, original_on_time bigint,
  matured bigint, matured_completed bigint,
  days integer[], completed bigint[], withdrawals bigint[], censored bigint[]
)
language plpgsql stable
set plan_cache_mode = force_custom_plan
set enable_seqscan = on
set work_mem = '64MB'
-- Guessed are as many kinds of attempts as attempts, and too much that was learned since: a merge
-- or a sorted aggregate would put a million rows in order for a thousand.
set enable_mergejoin = off
set enable_sort = off
-- Expressions over a million rows are compiled where the server can; optimizing what was compiled
-- takes longer than it saves.
set jit = on
set jit_optimize_above_cost = -1
set jit_inline_above_cost = -1
as $$
declare
  v_at   constant timestamptz := coalesce(p_as_of, p_now);
  v_hour constant integer := milepost.hour_begun(v_at);
  v_lags constant boolean := milepost.reports_lag(p_course_id);
  -- A local date is looked up only near the day that divides old from young: it takes a third of a
  -- microsecond, and no clock was ever put back by as much as two days.
  v_young     constant timestamptz :=
    (date '1970-01-01' + p_today - p_matured_days + 1)::timestamp at time zone p_zone;
  v_surely    constant timestamptz := v_young - interval '48 hours';
  v_certainly constant timestamptz := v_young + interval '48 hours';
  v_long      constant interval := make_interval(hours => 24 * p_matured_days);
begin
  return query
  -- Attempts alike in state and days are counted together before anything is added up: a million
  -- rows kept for two passes would go to disk.
  with alike as materialized (
    select s.state, o.outcome, o.day, count(*) as n,
      count(*) filter (where a.exempted_at is null and a.due_at <= v_at) as due,
      count(*) filter (where a.exempted_at is null and a.due_at <= v_at
        and a.completed_at <= a.due_at) as due_on_time,
      count(*) filter (where a.exempted_at is null and a.original_due_at <= v_at) as original_due,
      count(*) filter (where a.exempted_at is null and a.original_due_at <= v_at
        and a.completed_at <= a.original_due_at) as original_on_time,
      count(*) filter (where a.exempted_at is null and o.is_mature) as matured,
      count(*) filter (where a.exempted_at is null and o.is_mature
        and o.finished_at <= a.enrolled_at + v_long) as matured_completed
    from milepost.report_attempts(
      p_course_id, p_group_id, p_as_of is not null, p_as_of, v_lags, p_enrolled_from,
      p_enrolled_before) a
    cross join lateral (
      select milepost.attempt_state(a.exempted_at, a.withdrawn_at, a.completed_at, a.due_at,
        a.last_viewed_at, v_at) as state
    ) s
    cross join lateral (
      select case when a.completed_at <= coalesce(a.withdrawn_at, 'infinity')
          then a.completed_at end as finished_at,
        a.enrolled_at < v_surely or a.enrolled_at < v_certainly
          and milepost.day_in(a.enrolled_at, p_zone) <= p_today - p_matured_days as is_mature
    ) f
    cross join lateral (
      select f.*,
        case
          when a.exempted_at is not null or a.first_viewed_at is null then null
          when f.finished_at is not null then 'finished'
          when a.withdrawn_at is not null then 'left'
          else 'going'
        end as outcome,
        case
          when f.finished_at is not null
            then milepost.days_taken(a.first_viewed_at, f.finished_at)
          when a.withdrawn_at is not null
            then milepost.days_taken(a.first_viewed_at, a.withdrawn_at)
          else greatest(0, v_hour - milepost.hour_begun(a.first_viewed_at)) / 24
        end as day
    ) o
    group by s.state, o.outcome, o.day
  ), tally as (
    select coalesce(sum(a.n) filter (where a.state = 'exempt'), 0)::bigint as exempt,
      coalesce(sum(a.n) filter (where a.state = 'withdrawn'), 0)::bigint as withdrawn,
      coalesce(sum(a.n) filter (where a.state = 'completedOnTime'), 0)::bigint
        as completed_on_time,
      coalesce(sum(a.n) filter (where a.state = 'completedLate'), 0)::bigint as completed_late,
      coalesce(sum(a.n) filter (where a.state = 'overdue'), 0)::bigint as overdue,
      coalesce(sum(a.n) filter (where a.state = 'active'), 0)::bigint as active,
      coalesce(sum(a.n) filter (where a.state = 'stalled'), 0)::bigint as stalled,
      coalesce(sum(a.n) filter (where a.state = 'notStarted'), 0)::bigint as not_started,
      coalesce(sum(a.due), 0)::bigint as due,
      coalesce(sum(a.due_on_time), 0)::bigint as due_on_time,
      coalesce(sum(a.original_due), 0)::bigint as original_due,
      coalesce(sum(a.original_on_time), 0)::bigint as original_on_time,
      coalesce(sum(a.matured), 0)::bigint as matured,
      coalesce(sum(a.matured_completed), 0)::bigint as matured_completed
    from alike a
  ), by_day as (
    select a.day,
      coalesce(sum(a.n) filter (where a.outcome = 'finished'), 0)::bigint as completed,
      coalesce(sum(a.n) filter (where a.outcome = 'left'), 0)::bigint as withdrawn,
      coalesce(sum(a.n) filter (where a.outcome = 'going'), 0)::bigint as censored
    from alike a
    where a.outcome is not null
    group by a.day
  )
  select t.*, d.*
  from tally t
  cross join (
    select array_agg(b.day order by b.day), array_agg(b.completed order by b.day),
      array_agg(b.withdrawn order by b.day), array_agg(b.censored order by b.day)
    from by_day b
  ) d;
end $$;
comment on function milepost.report_course_from_facts(
  bigint, bigint, timestamptz, timestamptz, integer, integer, text, timestamptz, timestamptz) is
  'The report of one course out of its attempts, for a group, an enrollment window or as of an '
  'earlier instant: what report_courses answers of it, but for the lessons.';
