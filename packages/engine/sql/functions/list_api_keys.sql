create or replace function milepost.list_api_keys(p_tenant text) returns table (
  key_id bigint, name text, role text, prefix text, created_at timestamptz, expires_at timestamptz,
  revoked_at timestamptz
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return query
  select k.key_id, k.name, k.role, k.prefix, k.created_at, k.expires_at, k.revoked_at
  from milepost.api_key k
  where k.tenant_id = v_tenant_id
  order by k.key_id
  limit 1000;
end $$;
comment on function milepost.list_api_keys(text) is
  'The keys of a tenant, revoked ones too; at most 1,000. Not for the application role.';
