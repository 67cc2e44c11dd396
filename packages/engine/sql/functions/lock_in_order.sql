create or replace function milepost.lock_in_order(
  p_bucket smallint[], p_enrollment_id bigint[], p_current boolean[]
) returns boolean
language plpgsql as $$
begin
  -- exists() ends the scan at the first row, and with it the locking: what is held then comes
  -- before all that the next try locks, the attempt that superseded this one included. Had it gone
  -- on, the next try would lock against the order (tried: deadlocks beside retakes).
  -- A lateral look-up can only be made from the outside in, one index probe an attempt. A plain
  -- join, planned while the table was empty, would scan it for every batch of the connection.
  return not exists (
    select
    from (
      select distinct i.bucket, i.enrollment_id, i.was_current
      from unnest(p_bucket, p_enrollment_id, p_current) i (bucket, enrollment_id, was_current)
      order by i.bucket, i.enrollment_id
    ) w
    cross join lateral (
      select w.was_current and not e.is_current as is_superseded
      from milepost.enrollment e
      where e.bucket = w.bucket and e.enrollment_id = w.enrollment_id
      -- A fence: without it the condition below would move in here, and only attempts that are
      -- not current would be locked. Nor may that condition be of w alone in any part: it would be
      -- asked first, and whoever is not to be current would not be locked (seen: extensions at
      -- once, all decided from the same deadline).
      offset 0
      for update
    ) e
    where e.is_superseded
  );
end $$;
comment on function milepost.lock_in_order(smallint[], bigint[], boolean[]) is
  'Locks attempts in key order, as every writer does, so that two of them wait for each other '
  'instead of deadlocking. Stops and answers false at one that was to be current and no longer '
  'is: a retake came between, and the caller looks again.';
