create or replace function milepost.decide_many(p_tenant_id integer, p_facts milepost.fact[])
returns milepost.fact[]
language plpgsql
set plan_cache_mode = force_custom_plan
set enable_seqscan = on
set enable_hashjoin = on
set enable_mergejoin = on
set enable_material = on
as $$
begin
  return milepost.decide_facts(p_tenant_id, p_facts);
end $$;
comment on function milepost.decide_many(integer, milepost.fact[]) is
  'decide_facts for many facts, planned as resolve_many is.';
