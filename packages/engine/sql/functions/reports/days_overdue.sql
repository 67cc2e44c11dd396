create or replace function milepost.days_overdue(
  p_due_at timestamptz, p_zone text, p_now timestamptz
) returns integer
language sql immutable as $$
  select case
    when p_zone is null then ceil(extract(epoch from p_now - p_due_at) / 86400)::integer
    -- Within the deadline's last millisecond it is 0 by the calendar.
    else greatest(1, milepost.day_in(p_now, p_zone) - milepost.day_in(p_due_at, p_zone))
  end
$$;
comment on function milepost.days_overdue(timestamptz, text, timestamptz) is
  'Days since a deadline, the one begun counted whole: 1 from the first instant that is overdue. '
  'Days of the calendar in the zone it was stated in, of 24 hours where it was stated as an '
  'instant.';
