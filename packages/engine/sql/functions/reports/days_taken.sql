create or replace function milepost.days_taken(p_from timestamptz, p_to timestamptz)
returns integer
language sql immutable parallel safe as $$
  select greatest(0, ceil(date_part('epoch', p_to - p_from) / 86400))::integer
$$;
comment on function milepost.days_taken(timestamptz, timestamptz) is
  'Days of 24 hours, the one begun counted whole: done within n days. 0 at the same instant.';
