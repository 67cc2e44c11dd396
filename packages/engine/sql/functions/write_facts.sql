create or replace function milepost.write_facts(
  p_tenant_id integer, p_facts milepost.fact[], p_source text, p_actor text
) returns void
language plpgsql as $$
begin
  perform milepost.append_lesson_changes(p_tenant_id, p_facts);
  perform milepost.write_lesson_records(p_tenant_id, p_facts, p_source);

  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, lesson_id, outline_version,
    occurred_at, received_at, source, actor, client_event_id
  )
  select f.bucket, p_tenant_id, 'lesson.completed', f.learner_id, f.course_id, f.enrollment_id,
    f.lesson_id, f.outline_version, f.occurred_at, f.received_at, p_source, p_actor, f.event_id
  from unnest(p_facts) f
  where f.wins
  order by f.bucket, f.learner_id, f.ord;

  perform milepost.change_attempts(p_facts, p_source, p_actor);

  -- Of one lesson reported complete at one time twice, the first is noted.
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, lesson_id, outline_version,
    occurred_at, received_at, source, actor, client_event_id
  )
  select r.bucket, p_tenant_id, 'lesson.completion_repeated', r.learner_id, r.course_id,
    r.enrollment_id, r.lesson_id, r.outline_version, r.occurred_at, r.received_at, p_source,
    p_actor, r.event_id
  from (
    select distinct on (f.bucket, f.enrollment_id, f.lesson_id, f.occurred_at) f.*
    from unnest(p_facts) f
    where f.completes and not f.wins and f.time_given and f.occurred_at <> f.old_completed
    order by f.bucket, f.enrollment_id, f.lesson_id, f.occurred_at, f.ord
  ) r
  where not exists (
    select from milepost.progress_event pe
    where pe.bucket = r.bucket and pe.enrollment_id = r.enrollment_id
      and pe.type = 'lesson.completion_repeated' and pe.lesson_id = r.lesson_id
      and pe.occurred_at = r.occurred_at
  )
  order by r.ord;
end $$;
comment on function milepost.write_facts(integer, milepost.fact[], text, text) is
  'Writes what decide_facts decided: the lesson records, the course progress of their attempts, '
  'the ledger. An attempt whose last required lesson is among them becomes complete here.';
