-- Two statements: a record that is not there is inserted as it is, which costs half of what looking
-- for a conflict does. Nobody else inserts it meanwhile, since the attempt is locked.
create or replace function milepost.write_lesson_records(
  p_tenant_id integer, p_facts milepost.fact[], p_source text
) returns void
language plpgsql as $$
begin
  insert into milepost.lesson_progress (
    bucket, tenant_id, enrollment_id, course_id, lesson_id, first_viewed_at, last_viewed_at,
    completed_at, completion_received_at, completion_source
  )
  select f.bucket, p_tenant_id, f.enrollment_id, f.course_id, f.lesson_id,
    min(f.occurred_at) filter (where f.adds_view), max(f.occurred_at) filter (where f.adds_view),
    max(f.occurred_at) filter (where f.wins), max(f.received_at) filter (where f.wins),
    case when bool_or(f.wins) then p_source end
  from unnest(p_facts) f
  where f.code is null and f.was_viewed is null
  group by f.bucket, f.enrollment_id, f.course_id, f.lesson_id
  having bool_or(f.recorded)
  order by f.bucket, f.enrollment_id, f.lesson_id;

  insert into milepost.lesson_progress as lp (
    bucket, tenant_id, enrollment_id, course_id, lesson_id, first_viewed_at, last_viewed_at,
    completed_at, completion_received_at, completion_source
  )
  select f.bucket, p_tenant_id, f.enrollment_id, f.course_id, f.lesson_id,
    min(f.occurred_at) filter (where f.adds_view), max(f.occurred_at) filter (where f.adds_view),
    max(f.occurred_at) filter (where f.wins), max(f.received_at) filter (where f.wins),
    case when bool_or(f.wins) then p_source end
  from unnest(p_facts) f
  where f.code is null and f.was_viewed is not null
  group by f.bucket, f.enrollment_id, f.course_id, f.lesson_id
  having bool_or(f.recorded)
  order by f.bucket, f.enrollment_id, f.lesson_id
  on conflict (bucket, enrollment_id, lesson_id) do update set
    first_viewed_at = least(lp.first_viewed_at, excluded.first_viewed_at),
    last_viewed_at = greatest(lp.last_viewed_at, excluded.last_viewed_at),
    completed_at = coalesce(lp.completed_at, excluded.completed_at),
    completion_received_at = coalesce(lp.completion_received_at, excluded.completion_received_at),
    completion_source = coalesce(lp.completion_source, excluded.completion_source);
end $$;
comment on function milepost.write_lesson_records(integer, milepost.fact[], text) is
  'Writes the lesson view records of a batch, new ones and those that were there.';
