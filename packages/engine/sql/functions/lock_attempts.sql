create or replace function milepost.lock_attempts(p_facts milepost.fact[]) returns boolean
language sql as $$
  select milepost.lock_in_order(
    array_agg(f.bucket), array_agg(f.enrollment_id), array_agg(f.attempt_no is null))
  from unnest(p_facts) f
  where f.code is null
$$;
comment on function milepost.lock_attempts(milepost.fact[]) is
  'Locks the attempts of a batch in key order. False when one is no longer current.';
