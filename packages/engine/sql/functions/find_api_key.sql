create or replace function milepost.find_api_key(p_key_hash bytea, p_now timestamptz default null)
returns table (tenant text, role text, name text, key_id bigint)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_key milepost.api_key;
begin
  -- Row-level security shows the one row whose hash was presented, whatever its tenant; only then
  -- is the tenant known.
  perform set_config('milepost.presented_key', encode(p_key_hash, 'hex'), true);
  select k.* into v_key from milepost.api_key k
  where k.key_hash = p_key_hash and k.revoked_at is null
    and (k.expires_at is null or k.expires_at > coalesce(p_now, clock_timestamp()));
  perform set_config('milepost.presented_key', '', true);
  if v_key.key_id is null then
    return;
  end if;
  perform set_config('milepost.tenant_id', v_key.tenant_id::text, true);
  return query
  select t.name, v_key.role, v_key.name, v_key.key_id
  from milepost.tenant t
  where t.tenant_id = v_key.tenant_id;
end $$;
comment on function milepost.find_api_key(bytea, timestamptz) is
  'Whose key has this hash: tenant and role, or no row when it is unknown, expired or revoked.';
grant execute on function milepost.find_api_key(bytea, timestamptz) to milepost_app;
