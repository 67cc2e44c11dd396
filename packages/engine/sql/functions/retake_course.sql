create or replace function milepost.retake_course(
  p_tenant text, p_course text, p_learner text, p_force boolean, p_at timestamptz default null,
  p_due jsonb default null, p_source text default null, p_actor text default null,
  p_now timestamptz default null
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
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_at        constant timestamptz := coalesce(milepost.instant(p_at), v_now);
  v_course    milepost.course;
  v_old       milepost.enrollment;
  v_new       milepost.enrollment;
  v_left      milepost.enrollment;
  v_due       milepost.deadline;
begin
  if length(p_source) not between 1 and 100 then
    perform milepost.refuse('text_out_of_range');
  end if;
  perform milepost.pass_gate(milepost.course_ids(v_tenant_id, array[p_course]));
  perform milepost.keep_learners(p_tenant, v_tenant_id, array[p_learner], null);
  v_old := milepost.current_attempt(p_tenant, v_tenant_id, p_course, p_learner);
  if not coalesce(p_force, false)
    and v_old.completed_at is null and v_old.withdrawn_at is null and v_old.exempted_at is null
  then
    perform milepost.refuse('attempt_open');
  end if;

  select c.* into v_course from milepost.course c where c.course_id = v_old.course_id;
  v_due := milepost.resolve_due(p_due, v_at, r.time_zone, t.time_zone)
    from milepost.learner r, milepost.tenant t
    where r.bucket = v_old.bucket and r.learner_id = v_old.learner_id
      and t.tenant_id = v_tenant_id;
  update milepost.enrollment e set is_current = false
  where e.bucket = v_old.bucket and e.enrollment_id = v_old.enrollment_id
  returning * into v_left;
  insert into milepost.enrollment (
    bucket, tenant_id, learner_id, course_id, attempt_no, created_at, enrolled_at, source,
    due_at, original_due_at, due_rule, due_date, due_days, due_time_zone, due_time_zone_source,
    total_lessons, counted_version, enrolled_outline_version
  ) values (
    v_old.bucket, v_tenant_id, v_old.learner_id, v_old.course_id, v_old.attempt_no + 1, v_now, v_at,
    coalesce(p_source, 'retake'), v_due.due_at, v_due.due_at, v_due.rule, v_due.due_date,
    v_due.due_days,
    v_due.time_zone, v_due.time_zone_source, v_course.total_lessons, v_course.required_version,
    v_course.outline_version
  ) returning * into v_new;
  perform milepost.append_changes(v_new.bucket, v_tenant_id, v_new.course_id,
    milepost.attempt_changes(v_old, v_left) || milepost.attempt_changes(null, v_new));
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, outline_version,
    occurred_at, received_at, source, actor, data
  ) values (
    v_new.bucket, v_tenant_id, 'enrollment.created', v_new.learner_id, v_new.course_id,
    v_new.enrollment_id, v_new.enrolled_outline_version, least(v_at, v_now), v_now, v_new.source,
    p_actor,
    jsonb_strip_nulls(jsonb_build_object(
      'attempt', v_new.attempt_no, 'enrolledAt', v_new.enrolled_at, 'dueAt', v_new.due_at))
  );

  return query select 'recorded', p_learner, p_course, v_new.attempt_no, v_new.enrolled_at,
  v_new.source,
    v_new.due_at, v_new.original_due_at, v_new.due_time_zone, v_new.withdrawn_at, v_new.exempted_at;
end $$;
comment on function milepost.retake_course(
  text, text, text, boolean, timestamptz, jsonb, text, text, timestamptz) is
  'Opens the next attempt and makes it the one that facts go to; the one before stays as it is. '
  'Refused while that one is neither complete, withdrawn nor exempt, unless forced.';
grant execute on function milepost.retake_course(
  text, text, text, boolean, timestamptz, jsonb, text, text, timestamptz) to milepost_app;
