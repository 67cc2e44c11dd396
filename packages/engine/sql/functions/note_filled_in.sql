create or replace function milepost.note_filled_in(
  p_was milepost.enrollment, p_is milepost.enrollment, p_now timestamptz, p_actor text
) returns void
language sql as $$
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, occurred_at, received_at, source,
    actor, reason, data
  )
  select p_is.bucket, p_is.tenant_id, n.type::milepost.event_type, p_is.learner_id, p_is.course_id,
    p_is.enrollment_id, n.occurred_at, p_now, 'import', p_actor, n.reason, n.data
  from (values
    ('enrollment.withdrawn', p_was.withdrawn_at is null and p_is.withdrawn_at is not null,
      p_is.withdrawn_at, p_is.withdrawn_reason, null::jsonb),
    ('enrollment.exempted', p_was.exempted_at is null and p_is.exempted_at is not null,
      p_is.exempted_at, p_is.exempted_reason, null),
    ('deadline.moved', p_was.due_at is distinct from p_is.due_at, p_now, null,
      jsonb_build_object('from', p_was.due_at, 'fromTimeZone', p_was.due_time_zone,
        'to', p_is.due_at, 'rule', p_is.due_rule, 'timeZone', p_is.due_time_zone))
  ) n (type, happened, occurred_at, reason, data)
  where n.happened
$$;
comment on function milepost.note_filled_in(
  milepost.enrollment, milepost.enrollment, timestamptz, text) is
  'The ledger entries of what an import filled in.';
