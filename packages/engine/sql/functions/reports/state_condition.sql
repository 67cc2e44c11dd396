create or replace function milepost.state_condition(p_state text) returns text
language sql immutable as $$
  select case p_state
    when 'completed' then $c$s.state in ('completedOnTime', 'completedLate')$c$
    when 'overdue' then $c$s.state = 'overdue' and e.due_at < $1$c$
    when 'exempt' then 'e.exempted_at is not null'
    when 'withdrawn' then $c$s.state = 'withdrawn'$c$
    when 'active' then $c$s.state = 'active'$c$
    when 'stalled' then $c$s.state = 'stalled'$c$
    when 'notStarted' then $c$s.state = 'notStarted'$c$
    else case when p_state is null then 'true' else 'false' end
  end
$$;
comment on function milepost.state_condition(text) is
  'The piece of report_learners that keeps one state; nobody for a state there is not.';
