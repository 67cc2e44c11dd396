create or replace function milepost.hour_of(p_at timestamptz) returns integer
language sql immutable as $$
  select floor(extract(epoch from p_at at time zone 'UTC') / 3600)::integer
$$;
comment on function milepost.hour_of(timestamptz) is 'The hour that an instant is in, since 1970.';
