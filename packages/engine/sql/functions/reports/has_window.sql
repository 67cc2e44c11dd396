create or replace function milepost.has_window(
  p_enrolled_from timestamptz, p_enrolled_before timestamptz
) returns boolean
language plpgsql immutable as $$
begin
  if p_enrolled_before <= p_enrolled_from then
    perform milepost.refuse('time_out_of_range');
  end if;
  return p_enrolled_from is not null or p_enrolled_before is not null;
end $$;
comment on function milepost.has_window(timestamptz, timestamptz) is
  'Whether a report is asked of an enrollment window, either side of which may be open; refuses '
  'one that ends before anyone could enroll in it.';
