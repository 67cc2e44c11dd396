create or replace function milepost.known_time_zone(p_time_zone text) returns text
language plpgsql stable as $$
begin
  -- PostgreSQL also takes abbreviations, and made-up POSIX zones such as 'FOO+3' or, with one digit
  -- too many, 'Europe/Berlin3'. A POSIX zone ends in a number, an IANA name has an area before a
  -- slash and no digit but in Etc/GMT…. Reading pg_timezone_names would cost 50 ms.
  if p_time_zone <> 'UTC'
    and p_time_zone !~* '^(?!(posix|right)/)[a-z][a-z_-]*/[a-z_/-]+$'
    and p_time_zone !~ '^Etc/GMT(0|\+(\d|1[0-2])|-(\d|1[0-4]))$'
  then
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
