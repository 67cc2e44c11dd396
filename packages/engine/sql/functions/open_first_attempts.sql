create or replace function milepost.open_first_attempts(
  p_tenant text, p_course milepost.course, p_learner text[], p_enrolled_at timestamptz, p_due jsonb,
  p_zone text, p_source text, p_actor text, p_now timestamptz
) returns bigint[]
language plpgsql as $$
declare
  v_created bigint[];
begin
  with opened as (
    insert into milepost.enrollment as e (
      bucket, tenant_id, learner_id, course_id, created_at, enrolled_at, source,
      due_at, original_due_at, due_rule, due_date, due_days, due_time_zone, due_time_zone_source,
      total_lessons, counted_version, enrolled_outline_version
    )
    select distinct on ((k.learner).bucket, (k.learner).learner_id)
      (k.learner).bucket, p_course.tenant_id, (k.learner).learner_id, p_course.course_id, p_now,
      p_enrolled_at, p_source, d.due_at, d.due_at, d.rule, d.due_date, d.due_days, d.time_zone,
      d.time_zone_source, p_course.total_lessons, p_course.required_version,
      p_course.outline_version
    from milepost.learners_named(p_tenant, p_course.tenant_id, p_learner) k
    cross join lateral (
      select count(*) as attempts from milepost.enrollment e
      where e.bucket = (k.learner).bucket and e.learner_id = (k.learner).learner_id
        and e.course_id = p_course.course_id and e.is_current
      offset 0
    ) e
    cross join lateral milepost.resolve_due(
      p_due, p_enrolled_at, (k.learner).time_zone, p_zone) d
    where e.attempts = 0
    order by (k.learner).bucket, (k.learner).learner_id
    on conflict do nothing
    returning e.*, e as attempt
  ), counted as (
    insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
    select o.bucket, o.tenant_id, o.course_id, milepost.attempt_changes(null, o.attempt)
    from opened o
    order by o.bucket, o.enrollment_id
  ), noted as (
    insert into milepost.progress_event (
      bucket, tenant_id, type, learner_id, course_id, enrollment_id, outline_version,
      occurred_at, received_at, source, actor, data
    )
    select o.bucket, o.tenant_id, 'enrollment.created', o.learner_id, o.course_id, o.enrollment_id,
      o.enrolled_outline_version, least(o.enrolled_at, p_now), p_now, p_source, p_actor,
      jsonb_strip_nulls(jsonb_build_object(
        'attempt', o.attempt_no, 'enrolledAt', o.enrolled_at, 'dueAt', o.due_at))
    from opened o
    order by o.bucket, o.enrollment_id
  )
  select array_agg(o.enrollment_id) into v_created from opened o;
  return coalesce(v_created, '{}');
end $$;
comment on function milepost.open_first_attempts(
  text, milepost.course, text[], timestamptz, jsonb, text, text, text, timestamptz) is
  'Opens attempt 1 of the learners who have none at this course, in key order; the ids of those '
  'opened.';
