-- The first locks of every call that needs learners to stay. One by one: a set would create all
-- that are missing and then lock the others, against the order (seen: deadlocks beside erasures).
create or replace function milepost.keep_learners(
  p_tenant text, p_tenant_id integer, p_learner text[], p_created_at timestamptz[]
) returns void
language plpgsql as $$
declare
  v_wanted record;
begin
  for v_wanted in
    select milepost.bucket_of(p_tenant, i.learner) as bucket, i.learner,
      min(i.created_at) as created_at
    from unnest(p_learner, p_created_at) i (learner, created_at)
    where length(i.learner) between 1 and 255
    group by bucket, i.learner
    order by bucket, i.learner
  loop
    loop
      perform from milepost.learner r
      where r.bucket = v_wanted.bucket and r.tenant_id = p_tenant_id
        and r.external_id = v_wanted.learner
      for key share;
      exit when found or v_wanted.created_at is null;
      insert into milepost.learner (bucket, tenant_id, external_id, created_at)
      values (v_wanted.bucket, p_tenant_id, v_wanted.learner, v_wanted.created_at)
      on conflict (bucket, tenant_id, external_id) do nothing;
      exit when found;
    end loop;
  end loop;
end $$;
comment on function milepost.keep_learners(text, integer, text[], timestamptz[]) is
  'Keeps learners from being erased until the transaction ends, in key order, and creates bare '
  'those that are missing where a time is given; ids of a wrong length are passed over. What '
  'points at a learner takes the same lock, only too late: an erasure that holds the learner may '
  'wait for an attempt.';
