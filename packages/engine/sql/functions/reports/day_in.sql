create or replace function milepost.day_in(p_at timestamptz, p_zone text) returns integer
language sql immutable parallel safe as $$
  -- The last hours of 9999 are in the year 10000 further east, which no format of ours can write.
  select least((p_at at time zone p_zone)::date, date '9999-12-31') - date '1970-01-01'
$$;
comment on function milepost.day_in(timestamptz, text) is
  'Days from 1970-01-01 to the local date of an instant, no later than the end of 9999.';
