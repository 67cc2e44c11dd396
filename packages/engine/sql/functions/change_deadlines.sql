create or replace function milepost.change_deadlines(
  p_tenant text, p_attempts jsonb, p_extend_days integer, p_due jsonb, p_reason text,
  p_preview boolean default false, p_actor text default null, p_now timestamptz default null
) returns table (
  status text, code text, learner text, course text, attempt integer, due_at timestamptz,
  previous_due_at timestamptz, time_zone text, previous_time_zone text
)
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
  v_zone      text;
  v_acts      milepost.act[];
begin
  perform milepost.check_acts(p_attempts, p_reason);
  if p_extend_days not between 1 and 3650 or num_nonnulls(p_extend_days, p_due) > 1 then
    perform milepost.refuse('due_out_of_range');
  end if;
  select t.time_zone into v_zone from milepost.tenant t where t.tenant_id = v_tenant_id;
  -- What is wrong with the deadline of all is no fault of one.
  perform milepost.resolve_due(p_due, v_now, null, v_zone);

  if not p_preview then
    perform milepost.lock_acts(p_tenant, v_tenant_id, p_attempts);
  end if;
  v_acts := milepost.find_acts(p_tenant, v_tenant_id, p_attempts);
  v_acts := milepost.decide_deadlines(v_acts, p_extend_days, p_due, v_zone);
  if not p_preview then
    perform milepost.write_deadlines(
      array_agg((a.attempt).bucket), array_agg((a.attempt).enrollment_id), array_agg(a.due), 'api',
      p_reason, p_actor, v_now)
    from unnest(v_acts) a
    where a.code is null;
  end if;

  return query
  select
    case
      when a.code is not null then 'refused'
      when ((a.attempt).due_at, (a.attempt).due_rule, (a.attempt).due_date, (a.attempt).due_days,
        (a.attempt).due_time_zone)
        is distinct from ((a.due).due_at, (a.due).rule, (a.due).due_date, (a.due).due_days,
        (a.due).time_zone)
        then 'recorded'
      else 'unchanged'
    end,
    a.code, a.learner, a.course, a.attempt_no,
    case when a.code is null then (a.due).due_at else (a.attempt).due_at end,
    (a.attempt).due_at,
    case when a.code is null then (a.due).time_zone else (a.attempt).due_time_zone end,
    (a.attempt).due_time_zone
  from unnest(v_acts) a
  order by a.ord;
end $$;
comment on function milepost.change_deadlines(
  text, jsonb, integer, jsonb, text, boolean, text, timestamptz) is
  'Moves the deadlines of up to 10,000 current attempts, {"learner", "course", "attempt", '
  '"expectedDueAt"?, "dueAt"?, "timeZone"?} each: by so many days, to p_due, or to each one''s '
  'own dueAt; an answer each, in order. With p_preview nothing is written, and the answer is what '
  'it would be.';
grant execute on function milepost.change_deadlines(
  text, jsonb, integer, jsonb, text, boolean, text, timestamptz) to milepost_app;
