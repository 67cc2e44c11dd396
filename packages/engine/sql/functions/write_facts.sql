create or replace function milepost.write_facts(
  p_tenant_id integer, p_facts milepost.fact[], p_source text, p_actor text
) returns void
language plpgsql as $$
begin
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

  with change as (
    select f.bucket, f.enrollment_id,
      count(*) filter (where f.wins and f.counts)::integer as newly,
      min(f.occurred_at) filter (where f.adds_view) as first_view,
      max(f.occurred_at) filter (where f.adds_view) as last_view,
      (array_agg(f.lesson_id order by f.occurred_at desc, f.ord desc)
        filter (where f.adds_view))[1] as last_lesson,
      max(f.received_at) as received_at
    from unnest(p_facts) f
    where f.recorded
    group by f.bucket, f.enrollment_id
  ), changed as (
    update milepost.enrollment e set
      completed_lessons = e.completed_lessons + d.newly,
      first_viewed_at = least(e.first_viewed_at, d.first_view),
      last_viewed_at = greatest(e.last_viewed_at, d.last_view),
      last_viewed_lesson_id = case
        when e.last_viewed_at is null or d.last_view >= e.last_viewed_at then d.last_lesson
        else e.last_viewed_lesson_id
      end,
      completed_at = case
        when d.newly > 0 and e.completed_lessons + d.newly = e.total_lessons
          then milepost.last_completion(
            e.bucket, e.enrollment_id, e.tenant_id, e.course_id, e.counted_version)
        else e.completed_at
      end,
      completed_outline_version = case
        when d.newly > 0 and e.completed_lessons + d.newly = e.total_lessons
          then case when e.counted_version = c.required_version
            then c.outline_version else e.counted_version end
        else e.completed_outline_version
      end
    from change d, milepost.course c
    where e.bucket = d.bucket and e.enrollment_id = d.enrollment_id and c.course_id = e.course_id
    returning e.*, d.newly, d.received_at
  )
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, lesson_id, outline_version,
    occurred_at, received_at, source, actor, client_event_id
  )
  select w.bucket, p_tenant_id, w.type::milepost.event_type, w.learner_id, w.course_id,
    w.enrollment_id, w.lesson_id, w.outline_version, w.occurred_at, w.received_at, p_source,
    p_actor,
    w.event_id
  from (
    select f.bucket, 'lesson.completed' as type, f.learner_id, f.course_id, f.enrollment_id,
      f.lesson_id,
      c.outline_version, f.occurred_at, f.received_at, f.event_id, f.ord
    from unnest(p_facts) f
    join milepost.course c on c.course_id = f.course_id
    where f.wins
    union all
    select e.bucket, 'course.completed', e.learner_id, e.course_id, e.enrollment_id, null,
      e.completed_outline_version, e.completed_at, greatest(e.received_at, e.completed_at), null,
      2147483647
    from changed e
    where e.newly > 0 and e.completed_lessons = e.total_lessons
  ) w
  order by w.ord, w.bucket, w.enrollment_id;

  perform milepost.note_repeated_completion(
    e, f.lesson_id, c.outline_version, f.occurred_at, f.received_at, f.event_id, p_source, p_actor)
  from unnest(p_facts) f
  join milepost.enrollment e on e.bucket = f.bucket and e.enrollment_id = f.enrollment_id
  join milepost.course c on c.course_id = f.course_id
  where f.completes and not f.wins and f.time_given and f.occurred_at <> f.old_completed;
end $$;
comment on function milepost.write_facts(integer, milepost.fact[], text, text) is
  'Writes what decide_facts decided: the lesson records, the course progress of their attempts, '
  'the ledger. An attempt whose last required lesson is among them becomes complete here.';
