-- Set-based: as many statements for five thousand events as for one. The order is what keeps it
-- right and free of deadlocks: pass the gates of the courses, create what is missing, lock every
-- attempt in key order, and only then decide, in statements that see what the holders before us committed.
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
  v_source    constant text := coalesce(p_source, 'api');
  v_facts     milepost.fact[];
  v_codes     text[];
  v_recounted boolean;
begin
  if cardinality(p_learner) > 5000 then
    perform milepost.refuse('batch_too_large');
  end if;

  v_facts := milepost.resolve_facts(v_tenant_id, p_tenant, p_learner, p_lesson, p_type, p_at,
    p_event_id, p_attempt, p_received_at, v_now, null);
  perform milepost.pass_gate(
    array(select f.course_id from unnest(v_facts) f where f.code is null));
  v_recounted := exists (
    select from milepost.recount r
    where r.course_id in (select f.course_id from unnest(v_facts) f where f.code is null));
  -- A new attempt and a client event id point at the learner, who has to stay for them; so does an
  -- attempt, where it is updated twice. What is refused stays so, whatever another call does
  -- meanwhile: its learner is not kept.
  if v_recounted or exists (
    select from unnest(v_facts) f
    where f.code is null and (f.enrollment_id is null or f.event_id is not null)
  ) then
    v_codes := array(select f.code from unnest(v_facts) f order by f.ord);
    perform milepost.keep_learners(p_tenant, v_tenant_id,
      array(select f.learner from unnest(v_facts) f where f.code is null order by f.ord),
      array(select f.received_at from unnest(v_facts) f where f.code is null order by f.ord));
    v_facts := milepost.resolve_facts(v_tenant_id, p_tenant, p_learner, p_lesson, p_type, p_at,
      p_event_id, p_attempt, p_received_at, v_now, v_codes);
    if milepost.open_attempts(v_tenant_id, v_facts, v_source, p_actor) then
      v_facts := milepost.resolve_facts(v_tenant_id, p_tenant, p_learner, p_lesson, p_type, p_at,
        p_event_id, p_attempt, p_received_at, v_now, v_codes);
    end if;
  end if;

  -- From here on the batch wants no other attempts than these and what retakes make of them.
  -- Resolved anew it would also find those that another call has opened meanwhile, for a fact that
  -- was refused or a replay, and lock them behind what it holds (seen: a deadlock in an import).
  while not milepost.lock_attempts(v_facts) loop
    v_facts := milepost.follow_retakes(v_facts);
  end loop;

  if v_recounted then
    perform milepost.catch_up(array_agg(f.bucket), array_agg(f.enrollment_id))
    from (
      select distinct f.bucket, f.enrollment_id from unnest(v_facts) f where f.code is null
    ) f
    having count(*) > 0;
  end if;

  v_facts := milepost.decide_facts(v_tenant_id, milepost.without_replays(v_tenant_id, v_facts));
  perform milepost.write_facts(v_tenant_id, v_facts, v_source, p_actor);

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
