create or replace function milepost.note_repeated_completion(
  p_attempt milepost.enrollment, p_lesson_id bigint, p_outline_version integer,
  p_at timestamptz, p_received_at timestamptz, p_event_id text, p_source text, p_actor text
) returns void
language sql as $$
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, lesson_id, outline_version,
    occurred_at, received_at, client_event_id, source, actor
  )
  select p_attempt.bucket, p_attempt.tenant_id, 'lesson.completion_repeated', p_attempt.learner_id,
    p_attempt.course_id, p_attempt.enrollment_id, p_lesson_id, p_outline_version,
    p_at, p_received_at, p_event_id, p_source, p_actor
  where not exists (
    select from milepost.progress_event pe
    where pe.bucket = p_attempt.bucket and pe.enrollment_id = p_attempt.enrollment_id
      and pe.type = 'lesson.completion_repeated' and pe.lesson_id = p_lesson_id
      and pe.occurred_at = p_at
  )
$$;
comment on function milepost.note_repeated_completion(
  milepost.enrollment, bigint, integer, timestamptz, timestamptz, text, text, text) is
  'Puts on record that a lesson already complete was reported complete at another time. Once a '
  'time: a client that retries for a week leaves one entry. Called under the attempt''s lock.';
