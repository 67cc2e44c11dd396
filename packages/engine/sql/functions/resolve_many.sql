create or replace function milepost.resolve_many(
  p_tenant_id integer, p_bucket smallint[], p_learner text[], p_lesson text[], p_type text[],
  p_at timestamptz[], p_event_id text[], p_attempt integer[], p_received_at timestamptz[],
  p_now timestamptz, p_code text[]
) returns milepost.fact[]
language plpgsql stable
set plan_cache_mode = force_custom_plan
set enable_seqscan = on
set enable_hashjoin = on
set enable_mergejoin = on
set enable_material = on
as $$
begin
  return milepost.resolve_facts(p_tenant_id, p_bucket, p_learner, p_lesson, p_type, p_at,
    p_event_id, p_attempt, p_received_at, p_now, p_code);
end $$;
comment on function milepost.resolve_many(
  integer, smallint[], text[], text[], text[], timestamptz[], text[], integer[], timestamptz[],
  timestamptz, text[]) is
  'resolve_facts for many events, planned anew for each call with the sizes of today: hashed where '
  'a few would be looked up.';
