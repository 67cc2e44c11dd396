create or replace function milepost.write_facts(
  p_tenant_id integer, p_facts milepost.fact[], p_source text, p_actor text
) returns void
language plpgsql as $$
begin
  perform milepost.append_lesson_changes(p_tenant_id, p_facts);
  insert into milepost.lesson_progress as lp (
    bucket, tenant_id, enrollment_id, course_id, lesson_id, first_viewed_at, last_viewed_at,
    completed_at, completion_received_at, completion_source
  )
  select f.bucket, p_tenant_id, f.enrollment_id, f.course_id, f.lesson_id,
    min(f.occurred_at) filter (where f.adds_view), max(f.occurred_at) filter (where f.adds_view),
    max(f.occurred_at) filter (where f.wins), max(f.received_at) filter (where f.wins),
    case when bool_or(f.wins) then p_source end
  from unnest(p_facts) f
  where f.code is null
  group by f.bucket, f.enrollment_id, f.course_id, f.lesson_id
  having bool_or(f.recorded)
  order by f.bucket, f.enrollment_id, f.lesson_id
  on conflict (bucket, enrollment_id, lesson_id) do update set
    first_viewed_at = least(lp.first_viewed_at, excluded.first_viewed_at),
    last_viewed_at = greatest(lp.last_viewed_at, excluded.last_viewed_at),
    completed_at = coalesce(lp.completed_at, excluded.completed_at),
    completion_received_at = coalesce(lp.completion_received_at, excluded.completion_received_at),
    completion_source = coalesce(lp.completion_source, excluded.completion_source);

  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, lesson_id, outline_version,
    occurred_at, received_at, source, actor, client_event_id
  )
  select f.bucket, p_tenant_id, 'lesson.completed', f.learner_id, f.course_id, f.enrollment_id,
    f.lesson_id, c.outline_version, f.occurred_at, f.received_at, p_source, p_actor, f.event_id
  from unnest(p_facts) f
  left join milepost.course c on c.course_id = f.course_id
  where f.wins
  order by f.ord;

  perform milepost.change_attempts(p_facts, p_source, p_actor);

  perform milepost.note_repeated_completion(
    e.attempt, f.lesson_id, c.outline_version, f.occurred_at, f.received_at, f.event_id, p_source,
    p_actor)
  from unnest(p_facts) f
  left join milepost.course c on c.course_id = f.course_id
  cross join lateral (
    select e as attempt from milepost.enrollment e
    where e.bucket = f.bucket and e.enrollment_id = f.enrollment_id
    offset 0
  ) e
  where f.completes and not f.wins and f.time_given and f.occurred_at <> f.old_completed;
end $$;
comment on function milepost.write_facts(integer, milepost.fact[], text, text) is
  'Writes what decide_facts decided: the lesson records, the course progress of their attempts, '
  'the ledger. An attempt whose last required lesson is among them becomes complete here.';
