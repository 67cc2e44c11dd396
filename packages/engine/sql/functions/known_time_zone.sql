create or replace function milepost.known_time_zone(p_time_zone text) returns text
language plpgsql stable as $$
begin
  -- PostgreSQL also takes abbreviations and made-up POSIX zones such as 'FOO+3'; an IANA name is
  -- UTC or has an area before a slash. Reading pg_timezone_names would cost 50 ms.
  if p_time_zone <> 'UTC' and p_time_zone !~ '^[A-Za-z][A-Za-z_+-]*/[A-Za-z0-9_+/-]+$' then
    perform milepost.refuse('time_zone_unknown');
  end if;
  perform timestamptz '2000-01-01T00:00:00Z' at time zone p_time_zone;
  return p_time_zone;
exception
  when invalid_parameter_value then
    perform milepost.refuse('time_zone_unknown');
end $$;
comment on function milepost.known_time_zone(text) is
  'The IANA time zone named, or a refusal. Null stays null.';
