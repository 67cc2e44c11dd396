create or replace function milepost.hour_of(p_at timestamptz) returns integer
language sql immutable as $$
  select floor(date_part('epoch', p_at - timestamptz '1970-01-01T00:00:00Z') / 3600)::integer
$$;
comment on function milepost.hour_of(timestamptz) is 'The hour that an instant is in, since 1970.';
