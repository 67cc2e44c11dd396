create or replace function milepost.open_imported_attempt(
  p_course milepost.course, p_learner milepost.learner, p_given jsonb, p_number integer,
  p_now timestamptz, p_actor text
) returns boolean
language plpgsql as $$
declare
  v_received_at constant timestamptz :=
    least(coalesce(milepost.instant((p_given ->> 'receivedAt')::timestamptz), p_now), p_now);
  v_enrolled_at constant timestamptz :=
    coalesce(milepost.instant((p_given ->> 'enrolledAt')::timestamptz), v_received_at);
  v_new         milepost.enrollment;
  v_old         milepost.enrollment;
  v_superseded  milepost.enrollment;
begin
  if p_number > 1 then
    update milepost.enrollment e set is_current = false
    where e.bucket = p_learner.bucket and e.learner_id = p_learner.learner_id
      and e.course_id = p_course.course_id and e.is_current
    returning * into v_superseded;
    v_old := v_superseded;
    v_old.is_current := true;
    perform milepost.append_changes(v_old.bucket, v_old.tenant_id, v_old.course_id,
      milepost.attempt_changes(v_old, v_superseded));
  end if;
  insert into milepost.enrollment (
    bucket, tenant_id, learner_id, course_id, attempt_no, created_at, enrolled_at, source,
    total_lessons, counted_version, enrolled_outline_version
  ) values (
    p_learner.bucket, p_learner.tenant_id, p_learner.learner_id, p_course.course_id, p_number,
    v_received_at, v_enrolled_at, coalesce(p_given ->> 'source', 'import'), p_course.total_lessons,
    p_course.required_version, p_course.outline_version
  )
  on conflict do nothing
  returning * into v_new;
  if not found and p_number = 1 then
    return false;
  elsif not found then
    raise exception using errcode = 'serialization_failure',
      message = 'another call opened the same attempt';
  end if;
  perform milepost.append_changes(v_new.bucket, v_new.tenant_id, v_new.course_id,
    milepost.attempt_changes(null, v_new));
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, outline_version,
    occurred_at, received_at, source, actor, data
  ) values (
    v_new.bucket, v_new.tenant_id, 'enrollment.created', v_new.learner_id, v_new.course_id,
    v_new.enrollment_id, v_new.enrolled_outline_version, least(v_enrolled_at, v_received_at),
    v_received_at, v_new.source, p_actor,
    jsonb_build_object('attempt', v_new.attempt_no, 'enrolledAt', v_new.enrolled_at)
  );
  return true;
end $$;
comment on function milepost.open_imported_attempt(
  milepost.course, milepost.learner, jsonb, integer, timestamptz, text) is
  'Opens the next attempt of a learner as the import describes it, whatever state the one before '
  'is in. False where another call opened the first one meanwhile.';
