create or replace function milepost.earlier_instant(p_as_of timestamptz, p_now timestamptz)
returns timestamptz
language plpgsql immutable as $$
begin
  if p_as_of > p_now or p_as_of < '2000-01-01T00:00:00Z' then
    perform milepost.refuse('time_out_of_range');
  end if;
  return p_as_of;
end $$;
comment on function milepost.earlier_instant(timestamptz, timestamptz) is
  'The instant a report is asked as of, null for the present; refuses one that is yet to come.';
