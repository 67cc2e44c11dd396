create or replace function milepost.record_fact_in_batch(
  p_tenant text, p_bucket smallint, p_learner text, p_lesson text, p_type text, p_at timestamptz,
  p_event_id text, p_source text, p_actor text, p_now timestamptz
) returns table (
  status text, code text, clamped boolean,
  lesson_first_viewed_at timestamptz, lesson_last_viewed_at timestamptz,
  lesson_completed_at timestamptz,
  course text, attempt integer, completed_lessons integer, total_lessons integer,
  progress_percentage numeric, first_viewed_at timestamptz, last_viewed_at timestamptz,
  completed_at timestamptz
)
language plpgsql as $$
declare
  v_result record;
begin
  select b.* into v_result
  from milepost.record_batch(
    p_tenant, array[p_learner], array[p_lesson], array[p_type], array[p_at], array[p_event_id],
    null, null, p_source, p_actor, p_now) b;

  return query
  select v_result.status, v_result.code, v_result.clamped,
    lp.first_viewed_at, lp.last_viewed_at, lp.completed_at,
    c.external_id, e.attempt_no, e.completed_lessons, e.total_lessons,
    e.progress_percentage::numeric,
    e.first_viewed_at, e.last_viewed_at, e.completed_at
  from (values (milepost.current_tenant_id())) t (tenant_id)
  left join milepost.lesson l on l.tenant_id = t.tenant_id and l.external_id = p_lesson
  left join milepost.course c on c.course_id = l.course_id
  left join milepost.learner r
    on r.bucket = p_bucket and r.tenant_id = t.tenant_id and r.external_id = p_learner
  left join milepost.enrollment e
    on e.bucket = p_bucket and e.learner_id = r.learner_id and e.course_id = l.course_id
      and e.is_current
  left join milepost.lesson_progress lp
    on lp.bucket = p_bucket and lp.enrollment_id = e.enrollment_id and lp.lesson_id = l.lesson_id;
end $$;
comment on function milepost.record_fact_in_batch(
  text, smallint, text, text, text, timestamptz, text, text, text, timestamptz) is
  'record_fact by way of record_batch, for what its short path does not take: a learner or an '
  'attempt that has to be created, and an event with an id.';
