create or replace function milepost.report_states(
  p_course_id bigint, p_now timestamptz
) returns table (
  exempt bigint, withdrawn bigint, completed_on_time bigint, completed_late bigint,
  overdue bigint, active bigint, stalled bigint, not_started bigint
)
language plpgsql stable as $$
declare
  v_hour      constant integer := milepost.hour_of(p_now);
  v_this_hour constant timestamptz := to_timestamp(v_hour * 3600::double precision);
  v_next_hour constant timestamptz := v_this_hour + interval '1 hour';
  v_since     constant timestamptz := p_now - interval '168 hours';
  v_edge      constant integer := milepost.slot_of(v_since);
  v_day       constant integer := v_edge / 144;
begin
  -- Whole hours and days come from the cells; of the hour of the present and the ten minutes seven
  -- days ago it takes the attempts, and of the rest of that day what their index counts.
  return query
  with total as materialized (
    select c.measure, sum(c.n)::bigint as n
    from milepost.report_cells(p_course_id,
      '{all_exempt,all_withdrawn,all_completed_on_time,all_completed_late,all_open,all_open_due}'
    ) c
    group by c.measure
  ), this_hour as materialized (
    select milepost.attempt_state(null, null, null, e.due_at, e.last_viewed_at, p_now) as state
    from milepost.enrollment e
    where e.course_id = p_course_id and e.is_current
      and e.due_order >= v_this_hour and e.due_order < v_next_hour
      and e.completed_at is null and e.withdrawn_at is null and e.exempted_at is null
  ), later as materialized (
    select
      (select coalesce(sum(t.n) filter (where t.measure = 'all_open'), 0)
        - coalesce(sum(t.n) filter (where t.measure = 'all_open_due'), 0) from total t)
      + (select coalesce(sum(c.n), 0)
         from milepost.report_cells_from(p_course_id, 'open_due', v_hour + 1, 2147483647) c) as n
  ), viewed as materialized (
    select coalesce(sum(c.n) filter (where c.key_1 is not null), 0) as active,
      coalesce(sum(c.n) filter (where c.key_1 is null), 0) as not_started
    from milepost.report_cells_from(p_course_id, 'open', v_day + 1, 2147483647) c
    where c.key_2 is null or c.key_2 > v_hour
  ), edge as materialized (
    select (
      select count(*) from milepost.enrollment e
      where e.course_id = p_course_id and e.is_current
        and e.last_viewed_slot > v_edge and e.last_viewed_slot < (v_day + 1) * 144
        and e.open_due_order >= v_next_hour
    ) + (
      select count(*) from milepost.enrollment e
      where e.course_id = p_course_id and e.is_current
        and e.last_viewed_slot = v_edge and e.last_viewed_at >= v_since
        and e.open_due_order >= v_next_hour
    ) as active
  ), now_due as (
    select count(*) as n, count(*) filter (where h.state = 'overdue') as overdue,
      count(*) filter (where h.state = 'active') as active,
      count(*) filter (where h.state = 'stalled') as stalled,
      count(*) filter (where h.state = 'notStarted') as not_started
    from this_hour h
  ), sums as (
    select coalesce(sum(t.n) filter (where t.measure = 'all_exempt'), 0)::bigint as exempt,
      coalesce(sum(t.n) filter (where t.measure = 'all_withdrawn'), 0)::bigint as withdrawn,
      coalesce(sum(t.n) filter (where t.measure = 'all_completed_on_time'), 0)::bigint as on_time,
      coalesce(sum(t.n) filter (where t.measure = 'all_completed_late'), 0)::bigint as late,
      coalesce(sum(t.n) filter (where t.measure = 'all_open'), 0)::bigint as open
    from total t
  )
  select s.exempt, s.withdrawn, s.on_time, s.late,
    (s.open - l.n - h.n + h.overdue)::bigint,
    (v.active + e.active + h.active)::bigint,
    (l.n - v.active - e.active - v.not_started + h.stalled)::bigint,
    (v.not_started + h.not_started)::bigint
  from sums s, later l, viewed v, edge e, now_due h;
end $$;
comment on function milepost.report_states(bigint, timestamptz) is
  'How many counted attempts of a course are in each state, out of the summaries.';
