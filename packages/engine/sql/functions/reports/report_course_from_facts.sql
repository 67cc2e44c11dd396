-- One pass over the attempts for all that a course's report says: of an earlier instant each pass
-- takes seconds at a million.
create or replace function milepost.report_course_from_facts(
  p_course_id bigint, p_group_id bigint, p_as_of timestamptz, p_now timestamptz,
  p_matured_days integer, p_today integer, p_zone text
) returns table (
  exempt bigint, withdrawn bigint, completed_on_time bigint, completed_late bigint,
  overdue bigint, active bigint, stalled bigint, not_started bigint,
  due bigint, due_on_time bigint, original_due bigint, original_on_time bigint,
  matured bigint, matured_completed bigint,
  days integer[], completed bigint[], withdrawals bigint[], censored bigint[]
)
language sql stable
set work_mem = '64MB'
-- What was learned since is guessed too high under row-level security, and a merge sorts it all.
set enable_mergejoin = off
as $$
  with attempt as materialized (
    select a.*, s.state, a.exempted_at is null as counted,
      case
        when a.completed_at <= coalesce(a.withdrawn_at, 'infinity') then a.completed_at
        when a.withdrawn_at is not null then null
      end as finished_at
    from milepost.report_attempts(p_course_id, p_group_id, p_as_of is not null, p_as_of) a
    cross join lateral (
      select milepost.attempt_state(a.exempted_at, a.withdrawn_at, a.completed_at, a.due_at,
        a.last_viewed_at, coalesce(p_as_of, p_now)) as state
    ) s
  ), tally as (
    select count(*) filter (where a.state = 'exempt') as exempt,
      count(*) filter (where a.state = 'withdrawn') as withdrawn,
      count(*) filter (where a.state = 'completedOnTime') as completed_on_time,
      count(*) filter (where a.state = 'completedLate') as completed_late,
      count(*) filter (where a.state = 'overdue') as overdue,
      count(*) filter (where a.state = 'active') as active,
      count(*) filter (where a.state = 'stalled') as stalled,
      count(*) filter (where a.state = 'notStarted') as not_started,
      count(*) filter (where a.counted and a.due_at <= coalesce(p_as_of, p_now)) as due,
      count(*) filter (where a.counted and a.due_at <= coalesce(p_as_of, p_now)
        and a.completed_at <= a.due_at) as due_on_time,
      count(*) filter (where a.counted and a.original_due_at <= coalesce(p_as_of, p_now))
        as original_due,
      count(*) filter (where a.counted and a.original_due_at <= coalesce(p_as_of, p_now)
        and a.completed_at <= a.original_due_at) as original_on_time,
      count(*) filter (where a.counted
        and milepost.day_in(a.enrolled_at, p_zone) <= p_today - p_matured_days) as matured,
      count(*) filter (where a.counted and a.finished_at is not null
        and milepost.day_in(a.enrolled_at, p_zone) <= p_today - p_matured_days
        and milepost.days_taken(a.enrolled_at, a.finished_at) <= p_matured_days)
        as matured_completed
    from attempt a
  ), by_day as (
    select case
        when a.finished_at is not null then milepost.days_taken(a.first_viewed_at, a.finished_at)
        when a.withdrawn_at is not null
          then milepost.days_taken(a.first_viewed_at, a.withdrawn_at)
        else greatest(0, milepost.hour_begun(coalesce(p_as_of, p_now))
          - milepost.hour_begun(a.first_viewed_at)) / 24
      end as day,
      count(a.finished_at) as completed,
      count(*) filter (where a.finished_at is null and a.withdrawn_at is not null) as withdrawn,
      count(*) filter (where a.finished_at is null and a.withdrawn_at is null) as censored
    from attempt a
    where a.counted and a.first_viewed_at is not null
    group by 1
  )
  select t.*, d.*
  from tally t
  cross join (
    select array_agg(b.day order by b.day), array_agg(b.completed order by b.day),
      array_agg(b.withdrawn order by b.day), array_agg(b.censored order by b.day)
    from by_day b
  ) d
$$;
comment on function milepost.report_course_from_facts(
  bigint, bigint, timestamptz, timestamptz, integer, integer, text) is
  'The report of one course out of its attempts, for a group or as of an earlier instant: what '
  'report_courses answers of it, but for the lessons.';
