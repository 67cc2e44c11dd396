create or replace function milepost.decide_deadlines(
  p_acts milepost.act[], p_extend_days integer, p_due jsonb, p_tenant_zone text
) returns milepost.act[]
language plpgsql stable as $$
begin
  return (
    select array_agg((
      a.ord, a.learner, a.course, a.attempt_no, a.given, a.learner_zone, a.attempt, d.due,
      coalesce(a.code, case
        when (a.attempt).exempted_at is not null then 'attempt_exempt'
        when (a.attempt).withdrawn_at is not null then 'attempt_withdrawn'
        when (a.attempt).completed_at is not null then 'attempt_completed'
        when a.given ? 'expectedDueAt'
          and (a.given ->> 'expectedDueAt')::timestamptz is distinct from (a.attempt).due_at
          then 'deadline_moved'
        else d.code
      end))::milepost.act order by a.ord)
    from unnest(p_acts) a
    left join lateral (
      select m.due, m.code
      from milepost.moved_deadline(
        a.attempt, a.given, p_extend_days, p_due, a.learner_zone, p_tenant_zone) m
      where a.code is null
      offset 0
    ) d on true
  );
end $$;
comment on function milepost.decide_deadlines(milepost.act[], integer, jsonb, text) is
  'What each act of a batch makes of its attempt''s deadline, or why it is refused. Runs after '
  'lock_acts, in a statement of its own.';
