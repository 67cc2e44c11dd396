-- Put in place of its call by the planner, and gone where neither side is given: what has no window
-- is planned and read as if there were none.
create or replace function milepost.enrolled_within(
  p_enrolled_at timestamptz, p_enrolled_from timestamptz, p_enrolled_before timestamptz
) returns boolean
language sql immutable parallel safe as $$
  select (p_enrolled_from is null or p_enrolled_at >= p_enrolled_from)
    and (p_enrolled_before is null or p_enrolled_at < p_enrolled_before)
$$;
comment on function milepost.enrolled_within(timestamptz, timestamptz, timestamptz) is
  'Whether an attempt began in an enrollment window: not before it begins, and before it ends.';
