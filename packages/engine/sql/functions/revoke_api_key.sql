create or replace function milepost.revoke_api_key(
  p_tenant text, p_key_id bigint, p_now timestamptz default null
) returns timestamptz
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id  constant integer := milepost.enter(p_tenant);
  v_revoked_at timestamptz;
begin
  update milepost.api_key k
  set revoked_at = coalesce(k.revoked_at, milepost.instant(coalesce(p_now, clock_timestamp())))
  where k.tenant_id = v_tenant_id and k.key_id = p_key_id
  returning k.revoked_at into v_revoked_at;
  if not found then
    perform milepost.refuse('key_not_found');
  end if;
  return v_revoked_at;
end $$;
comment on function milepost.revoke_api_key(text, bigint, timestamptz) is
  'Revokes a key, once: a second call answers the first time. Not for the application role.';
