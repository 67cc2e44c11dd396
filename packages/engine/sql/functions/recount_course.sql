create or replace function milepost.recount_course(
  p_course_id bigint, p_required bigint[], p_version integer, p_now timestamptz, p_actor text
) returns void
language plpgsql as $$
begin
  -- First the locks, in the order of every other writer, then the counting: a statement that did
  -- both would count from before the completions it had waited for.
  perform from milepost.enrollment e
  where e.course_id = p_course_id and e.is_current and e.completed_at is null
  order by e.bucket, e.enrollment_id
  for update;

  with counted as (
    update milepost.enrollment e set
      completed_lessons = n.completed,
      total_lessons = cardinality(p_required),
      counted_version = p_version,
      completed_at = case
        when n.completed > 0 and n.completed = cardinality(p_required) then p_now end,
      completed_outline_version = case
        when n.completed > 0 and n.completed = cardinality(p_required) then p_version end
    from milepost.open_attempt_counts(p_course_id, p_required) n
    where e.bucket = n.bucket and e.enrollment_id = n.enrollment_id
    returning e.*, e as attempt
  ), tallied as (
    insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
    select e.bucket, e.tenant_id, e.course_id,
      milepost.attempt_changes(milepost.reopened(e.attempt), e.attempt)
    from counted e
    where e.completed_at is not null
  )
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, outline_version,
    occurred_at, received_at, source, actor, data
  )
  select e.bucket, e.tenant_id, 'course.completed', e.learner_id, e.course_id, e.enrollment_id,
    p_version, p_now, p_now, 'outline', p_actor, jsonb_build_object('cause', 'outline.changed')
  from counted e
  where e.completed_at is not null
  order by e.bucket, e.enrollment_id;
end $$;
comment on function milepost.recount_course(bigint, bigint[], integer, timestamptz, text) is
  'Counts every open attempt of a course against a new set of required lessons, in one pass over '
  'the facts. An attempt that lacks nothing any more becomes complete in this transaction.';
