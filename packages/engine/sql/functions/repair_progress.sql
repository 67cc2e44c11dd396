create or replace function milepost.repair_progress(
  p_tenant_id integer, p_wrong jsonb, p_actor text, p_now timestamptz
) returns bigint[]
language plpgsql as $$
declare
  v_ids      bigint[];
  v_repaired bigint[];
begin
  select coalesce(array_agg(l.enrollment_id), '{}') into v_ids
  from (
    select e.enrollment_id from milepost.enrollment e
    where (e.bucket, e.enrollment_id) in (
      select w.bucket, w.enrollment_id
      from jsonb_to_recordset(p_wrong) as w (bucket smallint, enrollment_id bigint))
    order by e.bucket, e.enrollment_id
    for update
  ) l;

  -- Derived once more, now that nobody can change these attempts.
  with right_one as (
    select d.*, to_jsonb(e) as before, e.completed_at as stored_completed_at
    from milepost.derived_progress(p_tenant_id, v_ids) d
    join milepost.enrollment e on e.bucket = d.bucket and e.enrollment_id = d.enrollment_id
    where e.completed_at is null or d.is_complete
  ), mended as (
    update milepost.enrollment e set
      counted_version = d.counted_version, total_lessons = d.total_lessons,
      completed_lessons = d.completed_lessons, first_viewed_at = d.first_viewed_at,
      last_viewed_at = d.last_viewed_at, last_viewed_lesson_id = d.last_viewed_lesson_id,
      completed_at = case
        when e.completed_at is not null then e.completed_at
        when d.is_complete then d.last_completion_at end,
      completed_outline_version = case
        when e.completed_at is not null then e.completed_outline_version
        when d.is_complete then d.outline_version end
    from right_one d
    where e.bucket = d.bucket and e.enrollment_id = d.enrollment_id
    returning e.*, d.before, d.stored_completed_at
  ), completed as (
    insert into milepost.progress_event (
      bucket, tenant_id, type, learner_id, course_id, enrollment_id, outline_version, occurred_at,
      received_at, source, actor
    )
    select m.bucket, m.tenant_id, 'course.completed', m.learner_id, m.course_id, m.enrollment_id,
      m.completed_outline_version, m.completed_at, p_now, 'doctor', p_actor
    from mended m
    where m.completed_at is not null and m.stored_completed_at is null
    on conflict do nothing
  ), noted as (
    insert into milepost.progress_event (
      bucket, tenant_id, type, learner_id, course_id, enrollment_id, occurred_at, received_at,
      source,
      actor, data
    )
    select m.bucket, m.tenant_id, 'progress.repaired', m.learner_id, m.course_id, m.enrollment_id,
      p_now, p_now, 'doctor', p_actor,
      jsonb_build_object('before', milepost.progress_json(m.before), 'after',
        milepost.progress_json(
        to_jsonb(m) - 'before' - 'stored_completed_at'))
    from mended m
    order by m.bucket, m.enrollment_id
  )
  select array_agg(m.enrollment_id) into v_repaired from mended m;
  return coalesce(v_repaired, '{}');
end $$;
comment on function milepost.repair_progress(integer, jsonb, text, timestamptz) is
  'Sets the course progress of the attempts named to what the facts say, with what it was before '
  'and is now in the ledger; the ids of those it could mend.';
