-- The order is what keeps it right and free of deadlocks: pass the gates of the courses, create
-- what is missing, lock every attempt in key order, and only then decide, in statements that see
-- what the holders before us committed.
create or replace function milepost.take_events(
  p_tenant_id integer, p_tenant text, p_bucket smallint[], p_learner text[], p_lesson text[],
  p_type text[], p_at timestamptz[], p_event_id text[], p_attempt integer[],
  p_received_at timestamptz[], p_source text, p_actor text, p_now timestamptz, p_many boolean
) returns milepost.fact[]
language plpgsql as $$
declare
  v_source    constant text := coalesce(p_source, 'api');
  v_many      constant integer := case when p_many then cardinality(p_learner) end;
  v_facts     milepost.fact[];
  v_recounted boolean;
  v_kept      record;
begin
  perform milepost.plan_for(v_many, p_reading => true);
  v_facts := milepost.resolve_facts(p_tenant_id, p_bucket, p_learner, p_lesson, p_type, p_at,
    p_event_id, p_attempt, p_received_at, p_now);
  perform milepost.pass_gate(
    array(select distinct f.course_id from unnest(v_facts) f where f.code is null));
  v_recounted := exists (
    select from milepost.recount r
    where r.course_id in (select f.course_id from unnest(v_facts) f where f.code is null));
  v_facts := milepost.find_attempts(p_tenant_id, v_facts);
  perform milepost.plan_for(v_many, p_reading => false);

  -- A new attempt and a client event id point at the learner, who has to stay for them; so does an
  -- attempt, where it is updated twice. What is refused stays so, whatever another call does
  -- meanwhile: its learner is not kept.
  select array_agg(w.learner) as learners, array_agg(w.received_at) as created_at into v_kept
  from (
    select f.learner, min(f.received_at) as received_at
    from unnest(v_facts) f
    where f.code is null
      and (v_recounted or f.enrollment_id is null or f.event_id is not null)
    group by f.learner
  ) w;
  if v_kept.learners is not null then
    perform milepost.keep_learners(p_tenant, p_tenant_id, v_kept.learners, v_kept.created_at);
    perform milepost.plan_for(v_many, p_reading => true);
    v_facts := milepost.find_attempts(p_tenant_id, v_facts);
    perform milepost.plan_for(v_many, p_reading => false);
    v_facts := milepost.await_first_attempts(v_facts);
    if milepost.open_attempts(p_tenant_id, v_facts, v_source, p_actor) then
      perform milepost.plan_for(v_many, p_reading => true);
      v_facts := milepost.find_attempts(p_tenant_id, v_facts);
      perform milepost.plan_for(v_many, p_reading => false);
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

  v_facts := milepost.without_replays(p_tenant_id, v_facts);
  perform milepost.plan_for(v_many, p_reading => true);
  v_facts := milepost.decide_facts(p_tenant_id, v_facts);
  perform milepost.plan_for(v_many, p_reading => false);
  perform milepost.write_facts(p_tenant_id, v_facts, v_source, p_actor);
  return v_facts;
end $$;
comment on function milepost.take_events(
  integer, text, smallint[], text[], text[], text[], timestamptz[], text[], integer[],
  timestamptz[], text, text, timestamptz, boolean) is
  'Records events given as parallel arrays: what became of each, in their order. As many '
  'statements for a hundred thousand as for one; p_many says how those that read are planned.';
