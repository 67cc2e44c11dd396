create or replace function milepost.create_learners(
  p_tenant text, p_tenant_id integer, p_learner text[], p_now timestamptz
) returns void
language plpgsql as $$
begin
  insert into milepost.learner (bucket, tenant_id, external_id, created_at)
  select distinct k.bucket, p_tenant_id, k.learner, p_now
  from milepost.learner_keys(p_tenant, p_learner) k
  where length(k.learner) between 1 and 255
  order by k.bucket, k.learner
  on conflict (bucket, tenant_id, external_id) do nothing;
end $$;
comment on function milepost.create_learners(text, integer, text[], timestamptz) is
  'Creates bare the learners that are not there yet, in key order; ids of a wrong length are '
  'passed over.';
