create or replace function milepost.instant_text(p_instant timestamptz) returns text
language sql immutable as $$
  select to_char(p_instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
comment on function milepost.instant_text(timestamptz) is
  'An instant in UTC to the microsecond, as it is kept: as sealed text has it, whatever the '
  'session''s zone and style.';
