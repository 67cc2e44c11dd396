create or replace function milepost.due_condition(p_is_asked boolean) returns text
language sql immutable as $$
  select case when p_is_asked
    -- Who has no deadline has one at infinity, which is before no instant.
    then 'e.due_order >= $13 and e.due_order < $14 and e.exempted_at is null'
    else '$13::timestamptz <= $14::timestamptz'
  end
$$;
comment on function milepost.due_condition(boolean) is
  'The piece of report_learners that keeps deadlines within some time, where it is asked for: '
  'those of exempt attempts count for nothing.';
