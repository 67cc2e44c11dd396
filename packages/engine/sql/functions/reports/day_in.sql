create or replace function milepost.day_in(p_at timestamptz, p_zone text) returns integer
language sql immutable parallel safe as $$
  select (p_at at time zone p_zone)::date - date '1970-01-01'
$$;
comment on function milepost.day_in(timestamptz, text) is
  'Days from 1970-01-01 to the local date of an instant.';
