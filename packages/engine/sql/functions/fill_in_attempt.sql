create or replace function milepost.fill_in_attempt(
  p_tenant_id integer, p_attempt milepost.enrollment, p_learner milepost.learner, p_given jsonb,
  p_now timestamptz, p_actor text
) returns boolean
language plpgsql as $$
declare
  v_new milepost.enrollment := p_attempt;
  v_due constant jsonb := nullif(p_given -> 'due', 'null');
  v_set milepost.deadline;
begin
  -- Asked first whether it is given: least() passes over a null, and would withdraw everybody now.
  if v_new.withdrawn_at is null and p_given ->> 'withdrawnAt' is not null then
    v_new.withdrawn_at := least(milepost.instant((p_given ->> 'withdrawnAt')::timestamptz), p_now);
    v_new.withdrawn_reason := p_given ->> 'withdrawnReason';
  end if;
  if v_new.exempted_at is null and p_given ->> 'exemptedAt' is not null then
    v_new.exempted_at := least(milepost.instant((p_given ->> 'exemptedAt')::timestamptz), p_now);
    v_new.exempted_reason := p_given ->> 'exemptedReason';
  end if;
  if v_new.due_at is null and v_due ? 'rule' then
    -- Moved in as it stood: resolved once, by whoever assigned it, in the zone of that day.
    v_new.due_at := milepost.instant((v_due ->> 'at')::timestamptz);
    v_new.due_rule := v_due ->> 'rule';
    v_new.due_date := (v_due ->> 'date')::date;
    v_new.due_days := (v_due ->> 'days')::integer;
    v_new.due_time_zone := milepost.known_time_zone(v_due ->> 'timeZone');
    v_new.due_time_zone_source := v_due ->> 'timeZoneSource';
  elsif v_new.due_at is null and v_due is not null then
    v_set := milepost.resolve_due(v_due, v_new.enrolled_at, p_learner.time_zone, t.time_zone)
      from milepost.tenant t where t.tenant_id = p_tenant_id;
    v_new.due_at := v_set.due_at;
    v_new.due_rule := v_set.rule;
    v_new.due_date := v_set.due_date;
    v_new.due_days := v_set.due_days;
    v_new.due_time_zone := v_set.time_zone;
    v_new.due_time_zone_source := v_set.time_zone_source;
  end if;
  v_new.original_due_at := coalesce(v_new.original_due_at,
    milepost.instant((p_given ->> 'originalDueAt')::timestamptz), v_new.due_at);
  -- Two lessons viewed last at the same instant: the order in which they arrived was lost on the
  -- way.
  v_new.last_viewed_lesson_id := coalesce((
    select lp.lesson_id
    from milepost.lesson l
    join milepost.lesson_progress lp
      on lp.bucket = v_new.bucket and lp.enrollment_id = v_new.enrollment_id
      and lp.lesson_id = l.lesson_id and lp.last_viewed_at = v_new.last_viewed_at
    where l.tenant_id = p_tenant_id and l.external_id = p_given ->> 'lastViewedLesson'
  ), v_new.last_viewed_lesson_id);
  if v_new = p_attempt then
    return false;
  end if;

  update milepost.enrollment e set
    withdrawn_at = v_new.withdrawn_at, withdrawn_reason = v_new.withdrawn_reason,
    exempted_at = v_new.exempted_at, exempted_reason = v_new.exempted_reason,
    due_at = v_new.due_at, original_due_at = v_new.original_due_at, due_rule = v_new.due_rule,
    due_date = v_new.due_date, due_days = v_new.due_days, due_time_zone = v_new.due_time_zone,
    due_time_zone_source = v_new.due_time_zone_source,
    last_viewed_lesson_id = v_new.last_viewed_lesson_id
  where e.bucket = v_new.bucket and e.enrollment_id = v_new.enrollment_id;
  perform milepost.append_changes(v_new.bucket, p_tenant_id, v_new.course_id,
    milepost.attempt_changes(p_attempt, v_new));
  perform milepost.note_filled_in(p_attempt, v_new, p_now, p_actor);
  return true;
end $$;
comment on function milepost.fill_in_attempt(
  integer, milepost.enrollment, milepost.learner, jsonb, timestamptz, text) is
  'Gives an attempt what the import says and it does not have yet; true when that was anything.';
