create or replace function milepost.overview_courses(
  p_tenant_id integer, p_group_id bigint, p_zone text, p_enrolled_from timestamptz,
  p_enrolled_before timestamptz, p_now timestamptz
) returns table (
  course_id bigint, overdue bigint, stalled bigint, completed bigint, completed_before bigint
)
language plpgsql stable as $$
declare
  v_today constant integer := milepost.day_in(p_now, p_zone);
begin
  return query
  select c.course_id, s.overdue, s.stalled, d.completed, d.completed_before
  from milepost.summed_courses(p_tenant_id, null, p_group_id,
    p_enrolled_from is not null or p_enrolled_before is not null) c
  cross join lateral milepost.report_states(c.course_id, p_now) s
  cross join lateral (
    select coalesce(sum(k.n) filter (where k.key_1 >= v_today - 7), 0)::bigint as completed,
      coalesce(sum(k.n) filter (where k.key_1 < v_today - 7), 0)::bigint as completed_before
    from milepost.report_cells_from(
      c.course_id, 'completed_on', v_today - 14, v_today - 1) k
  ) d
  union all
  select a.course_id, count(*) filter (where s.state = 'overdue'),
    count(*) filter (where s.state = 'stalled'),
    count(*) filter (where s.day between v_today - 7 and v_today - 1),
    count(*) filter (where s.day between v_today - 14 and v_today - 8)
  from milepost.scanned_attempts(
    p_tenant_id, null, p_group_id, false, p_enrolled_from, p_enrolled_before) a
  cross join lateral (
    select milepost.attempt_state(a.exempted_at, a.withdrawn_at, a.completed_at, a.due_at,
        a.last_viewed_at, p_now) as state,
      milepost.day_in(a.completed_at, p_zone) as day
  ) s
  where milepost.counts_in_reports(a)
  group by a.course_id;
end $$;
comment on function milepost.overview_courses(
  integer, bigint, text, timestamptz, timestamptz, timestamptz) is
  'Of each course what report_overview adds up and compares: overdue and stalled attempts, those '
  'completed in the last seven full days, and in the seven before.';
