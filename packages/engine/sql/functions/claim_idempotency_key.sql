create or replace function milepost.claim_idempotency_key(
  p_tenant text, p_key text, p_request_hash bytea, p_now timestamptz default null
) returns table (status smallint, body text, same_request boolean)
language plpgsql security definer
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
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := coalesce(p_now, clock_timestamp());
begin
  delete from milepost.idempotent_answer a
  where a.tenant_id = v_tenant_id and a.key = p_key and a.created_at < v_now - interval '1 day';
  -- A twin of this request that is under way holds the key until it commits; then it is found.
  insert into milepost.idempotent_answer (tenant_id, key, request_hash, status, body, created_at)
  values (v_tenant_id, p_key, p_request_hash, 0, '', v_now)
  on conflict (tenant_id, key) do nothing;
  if not found then
    return query
    select a.status, a.body, a.request_hash = p_request_hash
    from milepost.idempotent_answer a
    where a.tenant_id = v_tenant_id and a.key = p_key;
  end if;
end $$;
comment on function milepost.claim_idempotency_key(text, text, bytea, timestamptz) is
  'Takes an Idempotency-Key for this transaction: no row when it is ours, else the answer given '
  'before and whether it was to the same request.';
grant execute on function milepost.claim_idempotency_key(text, text, bytea,
  timestamptz) to milepost_app;
