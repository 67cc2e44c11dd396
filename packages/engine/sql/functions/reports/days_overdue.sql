create or replace function milepost.days_overdue(p_due_at timestamptz, p_now timestamptz)
returns integer
language sql immutable as $$
  select ceil(extract(epoch from p_now - p_due_at) / 86400)::integer
$$;
comment on function milepost.days_overdue(timestamptz, timestamptz) is
  'Days of 24 hours since the deadline, the one begun counted whole: 1 from the first instant '
  'that is overdue.';
