create or replace function milepost.listed_order(
  p_state text, p_has_due boolean, p_by_completion boolean
) returns text
language sql immutable as $$
  select case
    when p_by_completion then 'completed'
    when p_has_due or p_state in ('overdue', 'notStarted') then 'due'
    else 'lastActivity'
  end
$$;
comment on function milepost.listed_order(text, boolean, boolean) is
  'What attempts of all courses are listed by: completed, newest first, where that is asked for; '
  'due, soonest first; or lastActivity, longest ago first.';
