create or replace function milepost.resolve_facts(
  p_tenant_id integer, p_bucket smallint[], p_learner text[], p_lesson text[], p_type text[],
  p_at timestamptz[], p_event_id text[], p_attempt integer[], p_received_at timestamptz[],
  p_now timestamptz
) returns milepost.fact[]
language plpgsql stable as $$
begin
  return array(
    select (
      i.ord, i.bucket, i.learner, null, l.lesson_id, l.course_id, null,
      i.attempt_no,
      i.type = 'lesson.completed',
      least(coalesce(i.at, i.received_at), i.received_at),
      i.received_at,
      i.at is not null,
      coalesce(i.at > i.received_at, false),
      i.event_id,
      case
        when not i.ids_fit then 'id_out_of_range'
        when i.type is null or i.type not in ('lesson.viewed', 'lesson.completed')
          then 'event_type_unknown'
        when i.at < '2000-01-01T00:00:00Z'
          or i.at >= '10000-01-01T00:00:00Z' then 'time_out_of_range'
        when l.lesson_id is null then 'lesson_not_found'
      end,
      null, null, null, null, null, null, null, null, null, null, null
    )::milepost.fact
    from (
      select u.ord::integer, u.bucket, u.learner, u.lesson, u.type, u.event_id, u.attempt_no,
        date_trunc('milliseconds', u.at) as at,
        least(date_trunc('milliseconds', u.received_at), p_now) as received_at,
        u.learner is not null and u.lesson is not null
          and length(u.learner) between 1 and 255 and length(u.lesson) between 1 and 255
          and (u.event_id is null or length(u.event_id) between 1 and 255) as ids_fit
      from unnest(
        p_bucket, p_learner, p_lesson, p_type, p_at, p_event_id, p_attempt, p_received_at
      ) with ordinality u (
        bucket, learner, lesson, type, at, event_id, attempt_no, received_at, ord
      )
      -- A fence: each time is cut once and not wherever it is asked for.
      offset 0
    ) i
    left join milepost.lesson l on l.tenant_id = p_tenant_id and l.external_id = i.lesson
    order by i.ord
  );
end $$;
comment on function milepost.resolve_facts(
  integer, smallint[], text[], text[], text[], timestamptz[], text[], integer[], timestamptz[],
  timestamptz) is
  'The events of a batch with the lessons they name, their time clamped to the receipt, and why '
  'each that cannot be recorded is refused. find_attempts goes on from here.';
