create or replace function milepost.record_batch(
  p_tenant text, p_learner text[], p_lesson text[], p_type text[], p_at timestamptz[],
  p_event_id text[], p_attempt integer[], p_received_at timestamptz[],
  p_source text default null, p_actor text default null, p_now timestamptz default null
) returns table (status text, code text, clamped boolean)
language plpgsql security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set jit = off
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_bucket    smallint[];
  v_facts     milepost.fact[];
begin
  if cardinality(p_learner) > 5000 then
    perform milepost.refuse('batch_too_large');
  end if;
  v_bucket := array(select k.bucket from milepost.learner_keys(p_tenant, p_learner) k order by k.n);
  v_facts := milepost.take_events(v_tenant_id, p_tenant, v_bucket, p_learner, p_lesson, p_type,
    p_at, p_event_id, p_attempt, p_received_at, p_source, p_actor, v_now, false);

  return query
  select
    case
      when f.code is not null then 'refused'
      when f.recorded then 'recorded'
      else 'unchanged'
    end,
    f.code, f.clamped
  from unnest(v_facts) f
  order by f.ord;
end $$;
comment on function milepost.record_batch(
  text, text[], text[], text[], timestamptz[], text[], integer[], timestamptz[], text, text,
  timestamptz) is
  'Records up to 5,000 events given as parallel arrays; one row an event, in order. A refused '
  'event fails alone. p_attempt and p_received_at are for moving history in; null for anything '
  'else.';
grant execute on function milepost.record_batch(
  text, text[], text[], text[], timestamptz[], text[], integer[], timestamptz[], text, text,
  timestamptz)
  to milepost_app;
