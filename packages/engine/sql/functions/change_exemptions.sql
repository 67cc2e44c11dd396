create or replace function milepost.change_exemptions(
  p_tenant text, p_kind text, p_attempts jsonb, p_reason text, p_preview boolean default false,
  p_actor text default null, p_now timestamptz default null
) returns table (
  status text, code text, learner text, course text, attempt integer, exempted_at timestamptz
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
  v_exempts   constant boolean := p_kind = 'exempted';
  v_acts      milepost.act[];
begin
  perform milepost.check_acts(p_attempts, p_reason);
  if not p_preview then
    perform milepost.lock_acts(p_tenant, v_tenant_id, p_attempts);
  end if;
  v_acts := milepost.decide_exemptions(
    milepost.find_acts(p_tenant, v_tenant_id, p_attempts), v_exempts);
  if not p_preview then
    perform milepost.write_exemptions(v_acts, v_exempts, p_reason, p_actor, v_now);
  end if;

  return query
  select
    case
      when a.code is not null then 'refused'
      when ((a.attempt).exempted_at is not null) = v_exempts then 'unchanged'
      else 'recorded'
    end,
    a.code, a.learner, a.course, a.attempt_no,
    case
      when a.code is not null or ((a.attempt).exempted_at is not null) = v_exempts
        then (a.attempt).exempted_at
      when v_exempts then v_now
    end
  from unnest(v_acts) a
  order by a.ord;
end $$;
comment on function milepost.change_exemptions(
  text, text, jsonb, text, boolean, text, timestamptz) is
  'Exempts up to 10,000 current attempts (p_kind exempted), {"learner", "course", "attempt"} each, '
  'or takes their exemptions back (reinstated): an answer each, in order. With p_preview nothing '
  'is written, and the answer is what it would be.';
grant execute on function milepost.change_exemptions(
  text, text, jsonb, text, boolean, text, timestamptz) to milepost_app;
