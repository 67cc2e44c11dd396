create or replace function milepost.hour_begun(p_at timestamptz) returns integer
language sql immutable parallel safe as $$
  select ceil(date_part('epoch', p_at - timestamptz '1970-01-01T00:00:00Z') / 3600)::integer
$$;
comment on function milepost.hour_begun(timestamptz) is
  'Hours since 1970, the one begun counted whole. Taken of start and present alike, the days '
  'between them are exact to the hour whatever instant the present is.';
