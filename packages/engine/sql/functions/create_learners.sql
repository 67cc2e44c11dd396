create or replace function milepost.create_learners(
  p_tenant text, p_tenant_id integer, p_learner text[], p_now timestamptz
) returns void
language plpgsql as $$
begin
  insert into milepost.learner (bucket, tenant_id, external_id, created_at)
  select distinct milepost.bucket_of(p_tenant, i.learner) as bucket, p_tenant_id, i.learner, p_now
  from unnest(p_learner) i (learner)
  where length(i.learner) between 1 and 255
    and not exists (
      select from milepost.learner r
      where r.bucket = milepost.bucket_of(p_tenant, i.learner) and r.tenant_id = p_tenant_id
        and r.external_id = i.learner
    )
  order by bucket, i.learner
  on conflict (bucket, tenant_id, external_id) do nothing;
end $$;
comment on function milepost.create_learners(text, integer, text[], timestamptz) is
  'Creates bare the learners that are not there yet, in key order; ids of a wrong length are '
  'passed over.';
