create or replace function milepost.listed_total(
  p_tenant_id integer, p_group_id bigint, p_state text, p_now timestamptz
) returns bigint
language sql stable as $$
  select (
    select coalesce(sum(case coalesce(p_state, 'all')
      when 'all' then s.exempt + s.withdrawn + s.completed_on_time + s.completed_late
        + s.overdue + s.active + s.stalled + s.not_started
      when 'exempt' then s.exempt
      when 'withdrawn' then s.withdrawn
      when 'completed' then s.completed_on_time + s.completed_late
      when 'overdue' then s.overdue
      when 'active' then s.active
      when 'stalled' then s.stalled
      when 'notStarted' then s.not_started
    end), 0)::bigint
    from milepost.summed_courses(p_tenant_id, null, p_group_id, false) c
    cross join lateral milepost.report_states(c.course_id, p_now) s
  ) + (
    select count(*)
    from milepost.scanned_attempts(p_tenant_id, null, p_group_id, false, null, null) a
    cross join lateral (
      select milepost.attempt_state(a.exempted_at, a.withdrawn_at, a.completed_at, a.due_at,
        a.last_viewed_at, p_now) as state
    ) s
    where milepost.counts_in_reports(a)
      and (p_state is null
        or case when s.state like 'completed%' then 'completed' else s.state end = p_state)
  )
$$;
comment on function milepost.listed_total(integer, bigint, text, timestamptz) is
  'How many counted attempts of all courses, or of a group, are in a state, or in any: out of the '
  'summaries.';
