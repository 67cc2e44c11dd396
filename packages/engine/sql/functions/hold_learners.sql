create or replace function milepost.hold_learners(
  p_tenant text, p_tenant_id integer, p_learner text[]
) returns void
language plpgsql as $$
begin
  -- A lateral look-up behind a fence can only be made from the outside in, so the order holds.
  perform
  from (
    select distinct k.bucket, k.learner
    from milepost.learner_keys(p_tenant, p_learner) k
    order by k.bucket, k.learner
  ) k
  cross join lateral (
    select from milepost.learner r
    where r.bucket = k.bucket and r.tenant_id = p_tenant_id and r.external_id = k.learner
    offset 0
    for no key update
  ) r;
end $$;
comment on function milepost.hold_learners(text, integer, text[]) is
  'Locks the learners that there are in key order, the order in which keep_learners makes them. '
  'Facts and enrollments do not wait for it; another change of memberships and an erasure do.';
