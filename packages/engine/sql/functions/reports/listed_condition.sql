-- Beside the state itself what an index tells of it, so that others are not looked up.
create or replace function milepost.listed_condition(p_state text) returns text
language sql immutable as $$
  select milepost.state_condition(p_state) || case p_state
    when 'overdue' then $c$ and e.due_order < $1$c$
    when 'notStarted' then $c$ and e.open_due_order >= $1 and e.last_viewed_slot = -1$c$
    when 'active' then $c$ and e.open_due_order >= $1
      and e.last_viewed_slot >= milepost.slot_of($1 - interval '168 hours')$c$
    when 'stalled' then $c$ and e.open_due_order >= $1 and e.last_viewed_slot >= 0
      and e.last_viewed_slot <= milepost.slot_of($1 - interval '168 hours')$c$
    else ''
  end
$$;
comment on function milepost.listed_condition(text) is
  'The piece of report_listed_attempts that keeps one state, as state_condition.';
