create or replace function milepost.create_api_key(
  p_tenant text, p_name text, p_role text, p_key_hash bytea, p_prefix text,
  p_expires_at timestamptz default null, p_now timestamptz default null
) returns table (key_id bigint, created_at timestamptz)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  if coalesce(length(p_name), 0) not between 1 and 255
    or p_role not in ('service', 'administrator')
  then
    perform milepost.refuse('text_out_of_range');
  end if;
  return query
  insert into milepost.api_key as k (
    tenant_id, name, role, key_hash, prefix, created_at, expires_at
  ) values (
    v_tenant_id, p_name, p_role, p_key_hash, p_prefix,
    milepost.instant(coalesce(p_now, clock_timestamp())), milepost.instant(p_expires_at)
  )
  returning k.key_id, k.created_at;
end $$;
comment on function milepost.create_api_key(
  text, text, text, bytea, text, timestamptz, timestamptz) is
  'Registers the hash of a new API key. Not for the application role: a server cannot mint keys.';
