create or replace function milepost.end_of_day(p_date date, p_time_zone text) returns timestamptz
language plpgsql stable as $$
declare
  v_midnight constant timestamp := p_date + 1;
  v_next     timestamptz := v_midnight at time zone p_time_zone;
  v_before   constant timestamptz := v_next - interval '1 day';
  -- The next midnight by the day's own offset, where clocks are set in the hour after it.
  v_earlier  constant timestamptz := (
    v_midnight - (v_before at time zone p_time_zone - v_before at time zone 'UTC')
  ) at time zone 'UTC';
begin
  -- Where clocks go back from one to midnight (Azores, Havana), midnight comes twice and PostgreSQL
  -- takes the second: the day had ended at the first.
  if v_earlier < v_next and v_earlier at time zone p_time_zone >= v_midnight then
    v_next := v_earlier;
  end if;
  return v_next - interval '1 millisecond';
end $$;
comment on function milepost.end_of_day(date, text) is
  'The last millisecond of a local date: the next day''s first instant is no longer of it. A '
  'calendar day, whether it has 23, 24 or 25 hours.';
