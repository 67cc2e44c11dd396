create or replace function milepost.slot_of(p_at timestamptz) returns integer
language sql immutable as $$
  select floor(date_part('epoch', p_at - timestamptz '1970-01-01T00:00:00Z') / 600)::integer
$$;
comment on function milepost.slot_of(timestamptz) is
  'The ten minutes that an instant is in, since 1970: 144 to a day.';
