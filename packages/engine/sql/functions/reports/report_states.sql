create or replace function milepost.report_states(
  p_course_id bigint, p_now timestamptz
) returns table (
  exempt bigint, withdrawn bigint, completed_on_time bigint, completed_late bigint,
  overdue bigint, active bigint, stalled bigint, not_started bigint
)
language plpgsql stable as $$
declare
  v_hour constant integer := milepost.hour_of(p_now);
  v_day  constant integer := milepost.day_in(p_now - interval '168 hours', 'UTC');
begin
  -- Whole hours and days come from the cells; in the hour of the present and on the day seven days
  -- ago it takes the attempts themselves, which an index holds by hour and day.
  return query
  with cell as materialized (
    select c.measure, c.key_1, c.n
    from milepost.report_cells(p_course_id,
      '{exempt,withdrawn,completed_on_time,completed_late,open_due}') c
  ), edge as materialized (
    select milepost.attempt_state(null, null, null, e.due_at, e.last_viewed_at, p_now) as state
    from (
      select e.* from milepost.enrollment e
      where e.course_id = p_course_id and e.is_current
        and e.due_order >= to_timestamp(v_hour * 3600::double precision)
        and e.due_order < to_timestamp((v_hour + 1) * 3600::double precision)
      union all
      select e.* from milepost.enrollment e
      where e.course_id = p_course_id and e.is_current
        and e.last_viewed_day = date '1970-01-01' + v_day
        and e.due_order >= to_timestamp((v_hour + 1) * 3600::double precision)
    ) e
    where e.completed_at is null and e.withdrawn_at is null and e.exempted_at is null
  ), opened as (
    select 'overdue' as state, c.n from cell c
    where c.measure = 'open_due' and c.key_1 < v_hour
    union all
    select case
      when c.key_2 is null then 'notStarted'
      when c.key_2 > v_day then 'active'
      else 'stalled'
    end, c.n
    from milepost.report_cells_from(p_course_id, 'open', v_hour + 1, 2147483647) c
    where c.key_2 is distinct from v_day
    union all
    select e.state, 1 from edge e
  ), tally as (
    select coalesce(sum(o.n) filter (where o.state = 'overdue'), 0)::bigint as overdue,
      coalesce(sum(o.n) filter (where o.state = 'active'), 0)::bigint as active,
      coalesce(sum(o.n) filter (where o.state = 'stalled'), 0)::bigint as stalled,
      coalesce(sum(o.n) filter (where o.state = 'notStarted'), 0)::bigint as not_started
    from opened o
  )
  select coalesce(sum(c.n) filter (where c.measure = 'exempt'), 0)::bigint,
    coalesce(sum(c.n) filter (where c.measure = 'withdrawn'), 0)::bigint,
    coalesce(sum(c.n) filter (where c.measure = 'completed_on_time'), 0)::bigint,
    coalesce(sum(c.n) filter (where c.measure = 'completed_late'), 0)::bigint,
    t.overdue, t.active, t.stalled, t.not_started
  from tally t
  left join cell c on c.measure <> 'open_due'
  group by t.overdue, t.active, t.stalled, t.not_started;
end $$;
comment on function milepost.report_states(bigint, timestamptz) is
  'How many counted attempts of a course are in each state, out of the summaries.';
