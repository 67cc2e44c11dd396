create or replace function milepost.leave_course(
  p_tenant text, p_course text, p_learner text, p_kind text, p_reason text,
  p_at timestamptz default null, p_actor text default null, p_now timestamptz default null
) returns table (
  status text, learner text, course text, attempt integer, enrolled_at timestamptz, source text,
  due_at timestamptz, original_due_at timestamptz, time_zone text, withdrawn_at timestamptz,
  exempted_at timestamptz
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
  v_at        constant timestamptz := least(coalesce(milepost.instant(p_at), v_now), v_now);
  v_attempt   milepost.enrollment;
  v_changes   boolean;
  v_before    milepost.enrollment;
begin
  if p_kind in ('exempted', 'reinstated') and coalesce(btrim(p_reason), '') = '' then
    perform milepost.refuse('reason_required');
  end if;
  if length(p_reason) > 1000 then
    perform milepost.refuse('text_out_of_range');
  end if;
  perform milepost.pass_gate(milepost.course_ids(v_tenant_id, array[p_course]));
  -- An erasure takes reasons away: one that is written after it would stay.
  perform milepost.keep_learners(p_tenant, v_tenant_id, array[p_learner], null);
  v_attempt := milepost.current_attempt(p_tenant, v_tenant_id, p_course, p_learner);
  v_changes := case p_kind
    when 'withdrawn' then v_attempt.withdrawn_at is null
    when 'exempted' then v_attempt.exempted_at is null
    else v_attempt.exempted_at is not null
  end;

  if v_changes then
    v_before := v_attempt;
    update milepost.enrollment e set
      withdrawn_at = case when p_kind = 'withdrawn' then v_at else e.withdrawn_at end,
      withdrawn_reason = case when p_kind = 'withdrawn' then p_reason else e.withdrawn_reason end,
      exempted_at = case p_kind
        when 'exempted' then v_at when 'withdrawn' then e.exempted_at end,
      exempted_reason = case p_kind
        when 'exempted' then p_reason when 'withdrawn' then e.exempted_reason end
    where e.bucket = v_attempt.bucket and e.enrollment_id = v_attempt.enrollment_id
    returning * into v_attempt;
    perform milepost.append_changes(v_attempt.bucket, v_tenant_id, v_attempt.course_id,
      milepost.attempt_changes(v_before, v_attempt));
    insert into milepost.progress_event (
      bucket, tenant_id, type, learner_id, course_id, enrollment_id, occurred_at, received_at,
      source,
      actor, reason
    ) values (
      v_attempt.bucket, v_tenant_id, ('enrollment.' || p_kind)::milepost.event_type,
      v_attempt.learner_id, v_attempt.course_id, v_attempt.enrollment_id, v_at, v_now, 'api',
      p_actor,
      p_reason
    );
  end if;

  return query select
    case when v_changes then 'recorded' else 'unchanged' end, p_learner, p_course,
      v_attempt.attempt_no,
    v_attempt.enrolled_at, v_attempt.source, v_attempt.due_at, v_attempt.original_due_at,
    v_attempt.due_time_zone, v_attempt.withdrawn_at, v_attempt.exempted_at;
end $$;
comment on function milepost.leave_course(
  text, text, text, text, text, timestamptz, text, timestamptz) is
  'Withdraws or exempts the current attempt, or takes the exemption back (p_kind withdrawn, '
  'exempted, reinstated), once: a second call keeps the first time and reason. Facts that arrive '
  'afterwards are still recorded on it.';
grant execute on function milepost.leave_course(
  text, text, text, text, text, timestamptz, text, timestamptz) to milepost_app;
