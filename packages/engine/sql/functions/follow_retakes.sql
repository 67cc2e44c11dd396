create or replace function milepost.follow_retakes(p_facts milepost.fact[])
returns milepost.fact[]
language plpgsql as $$
declare
  v_moved record;
begin
  for v_moved in
    select f.ord, n.enrollment_id
    from unnest(p_facts) f
    cross join lateral (
      select e.is_current from milepost.enrollment e
      where e.bucket = f.bucket and e.enrollment_id = f.enrollment_id
      offset 0
    ) was
    cross join lateral (
      select e.enrollment_id from milepost.enrollment e
      where e.bucket = f.bucket and e.learner_id = f.learner_id and e.course_id = f.course_id
        and e.is_current
      offset 0
    ) n
    where f.code is null and f.attempt_no is null and not was.is_current
  loop
    p_facts[v_moved.ord].enrollment_id := v_moved.enrollment_id;
  end loop;
  return p_facts;
end $$;
comment on function milepost.follow_retakes(milepost.fact[]) is
  'Moves the facts whose attempt a retake has superseded to the attempt that is current now. A new '
  'attempt of the same learner comes behind the old one in key order, so what is locked already '
  'comes before it.';
