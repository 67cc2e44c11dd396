create or replace function milepost.lock_attempts(p_facts milepost.fact[]) returns boolean
language plpgsql as $$
declare
  v_all_fit boolean;
begin
  -- A lateral look-up can only be made from the outside in, one index probe an attempt. A plain
  -- join, planned while the table was empty, would scan it for every batch of the connection.
  select coalesce(bool_and(e.is_current or not w.needs_current), true) into v_all_fit
  from (
    select distinct f.bucket, f.enrollment_id, f.attempt_no is null as needs_current
    from unnest(p_facts) f
    where f.code is null
    order by f.bucket, f.enrollment_id
  ) w
  cross join lateral (
    select e.is_current
    from milepost.enrollment e
    where e.bucket = w.bucket and e.enrollment_id = w.enrollment_id
    for update
  ) e;
  return v_all_fit;
end $$;
comment on function milepost.lock_attempts(milepost.fact[]) is
  'Locks the attempts of a batch in key order, so that two batches over the same learners wait '
  'for each other instead of deadlocking. False when one is no longer current: a retake came '
  'between.';
