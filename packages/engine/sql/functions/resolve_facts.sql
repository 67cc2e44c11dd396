create or replace function milepost.resolve_facts(
  p_tenant_id integer, p_bucket smallint[], p_learner text[], p_lesson text[], p_type text[],
  p_at timestamptz[], p_event_id text[], p_attempt integer[], p_received_at timestamptz[],
  p_now timestamptz, p_code text[]
) returns milepost.fact[]
language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg((
      i.ord, i.bucket, i.learner, r.learner_id, l.lesson_id, l.course_id, e.enrollment_id,
      i.attempt_no,
      i.type = 'lesson.completed',
      date_trunc('milliseconds', least(coalesce(i.at, i.received_at), i.received_at)),
      i.received_at,
      i.at is not null,
      coalesce(date_trunc('milliseconds', i.at) > i.received_at, false),
      i.event_id,
      case
        when i.code is not null then i.code
        when not i.ids_fit then 'id_out_of_range'
        when i.type is null or i.type not in ('lesson.viewed', 'lesson.completed')
          then 'event_type_unknown'
        when i.at < '2000-01-01T00:00:00Z'
          or i.at >= '10000-01-01T00:00:00Z' then 'time_out_of_range'
        when l.lesson_id is null then 'lesson_not_found'
        when e.enrollment_id is null and i.attempt_no is not null then 'enrollment_not_found'
        when e.enrollment_id is null and c.enrollment_policy = 'required' then 'enrollment_required'
      end,
      null, null, null, null, null, null, null, null, null, null, null
    )::milepost.fact order by i.ord), '{}')
    from (
      select u.ord::integer, u.bucket, u.learner, u.lesson, u.type, u.at, u.event_id,
        u.attempt_no, u.code,
        least(date_trunc('milliseconds', coalesce(u.received_at, p_now)), p_now) as received_at,
        u.learner is not null and u.lesson is not null
          and length(u.learner) between 1 and 255 and length(u.lesson) between 1 and 255
          and (u.event_id is null or length(u.event_id) between 1 and 255) as ids_fit
      from unnest(
        p_bucket, p_learner, p_lesson, p_type, p_at, p_event_id, p_attempt, p_received_at, p_code
      ) with ordinality u (
        bucket, learner, lesson, type, at, event_id, attempt_no, received_at, code, ord
      )
    ) i
    left join milepost.lesson l on l.tenant_id = p_tenant_id and l.external_id = i.lesson
    left join milepost.course c on c.course_id = l.course_id
    left join milepost.learner r
      on r.bucket = i.bucket and r.tenant_id = p_tenant_id and r.external_id = i.learner
    left join milepost.enrollment e
      on e.bucket = i.bucket and e.learner_id = r.learner_id and e.course_id = l.course_id
      and case when i.attempt_no is null then e.is_current else e.attempt_no = i.attempt_no end
  );
end $$;
comment on function milepost.resolve_facts(
  integer, smallint[], text[], text[], text[], timestamptz[], text[], integer[], timestamptz[],
  timestamptz, text[]) is
  'The events of a batch with the keys they name, their time clamped to the receipt, and why '
  'each that cannot be recorded is refused; p_code: why it was when the batch was looked at '
  'before. What is merely missing (learner, attempt) is null.';
