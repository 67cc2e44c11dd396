create or replace function milepost.duration_digits(p_seconds bigint, p_digits integer)
returns integer
language sql immutable as $$
  select (p_seconds
    - mod(p_seconds, (10 ^ greatest(0, length(p_seconds::text) - p_digits))::bigint))::integer
$$;
comment on function milepost.duration_digits(bigint, integer) is
  'Whole seconds cut to their first digits: 75,431 to two of them is 75,000.';
