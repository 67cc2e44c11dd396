create or replace function milepost.lock_attempts(p_facts milepost.fact[]) returns boolean
language plpgsql as $$
declare
  v_all_fit boolean;
begin
    with wanted as materialized (
      select distinct f.bucket, f.enrollment_id, f.attempt_no is null as needs_current
      from unnest(p_facts) f
      where f.code is null
    ), locked as materialized (
      select e.is_current or not w.needs_current as fits
      from wanted w
      join milepost.enrollment e on e.bucket = w.bucket and e.enrollment_id = w.enrollment_id
      order by e.bucket, e.enrollment_id
      for update of e
    )
    select coalesce(bool_and(l.fits), true) into v_all_fit from locked l;
  return v_all_fit;
end $$;
comment on function milepost.lock_attempts(milepost.fact[]) is
  'Locks the attempts of a batch in key order, so that two batches over the same learners wait '
  'for each other instead of deadlocking. False when one is no longer current: a retake came '
  'between.';
