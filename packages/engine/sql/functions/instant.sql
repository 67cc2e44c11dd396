create or replace function milepost.instant(p_at timestamptz) returns timestamptz
language plpgsql stable as $$
begin
  if p_at < '2000-01-01T00:00:00Z' or p_at >= '10000-01-01T00:00:00Z' then
    perform milepost.refuse('time_out_of_range');
  end if;
  return date_trunc('milliseconds', p_at);
end $$;
comment on function milepost.instant(timestamptz) is
  'An instant as Milepost stores it: whole milliseconds, so that what is answered is what is '
  'compared; refused before 2000 and after 9999. Null stays null.';
