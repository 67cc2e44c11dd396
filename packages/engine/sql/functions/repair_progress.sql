create or replace function milepost.repair_progress(
  p_tenant text, p_tenant_id integer, p_wrong jsonb, p_actor text, p_now timestamptz
) returns void
language plpgsql as $$
declare
  -- Where the lessons and the history of their outline disagree, nothing says which is right: a
  -- version lost would take every attempt back to the one before.
  v_doubted constant bigint[] := array(
    select d.course_id from milepost.course_differences(p_tenant_id) d
    where d.name = 'required lessons');
  v_ids     bigint[];
  v_before  jsonb;
begin
  perform milepost.repair_courses(p_tenant, p_tenant_id, v_doubted, p_actor, p_now);
  select coalesce(array_agg(l.enrollment_id), '{}'), jsonb_object_agg(l.enrollment_id, l.progress)
  into v_ids, v_before
  from (
    select e.enrollment_id, milepost.progress_json(to_jsonb(e)) as progress
    from milepost.enrollment e
    where (e.bucket, e.enrollment_id) in (
      select w.bucket, w.enrollment_id
      from jsonb_to_recordset(p_wrong) as w (bucket smallint, enrollment_id bigint))
      and e.course_id <> all (v_doubted)
    order by e.bucket, e.enrollment_id
    for update
  ) l;

  -- Derived once more, now that nobody can change these attempts. First out, then in: at no moment
  -- are two attempts of a learner current.
  update milepost.enrollment e set is_current = false
  from milepost.derived_progress(p_tenant_id, v_ids) d
  where e.bucket = d.bucket and e.enrollment_id = d.enrollment_id and e.is_current
    and not d.is_current;
  update milepost.enrollment e set
    is_current = d.is_current, enrolled_outline_version = d.enrolled_outline_version,
    first_viewed_at = d.first_viewed_at, last_viewed_at = d.last_viewed_at,
    last_viewed_lesson_id = d.last_viewed_lesson_id,
    furthest_lesson_id = d.furthest_lesson_id, furthest_completed = d.furthest_completed,
    counted_version = case when d.fits then d.counted_version else e.counted_version end,
    total_lessons = case when d.fits then d.total_lessons else e.total_lessons end,
    completed_lessons = case when d.fits then d.completed_lessons else e.completed_lessons end,
    completed_at = coalesce(e.completed_at, d.completed_at),
    completed_outline_version =
      case when e.completed_at is null then d.completed_outline_version
        else e.completed_outline_version end
  from (
    -- A completion that the facts do not bear out is immutable, and its counts with it.
    select d.*, d.counted_version is not null
      and (a.completed_at is null or d.completed_at is not null) as fits
    from milepost.derived_progress(p_tenant_id, v_ids) d
    join milepost.enrollment a on a.bucket = d.bucket and a.enrollment_id = d.enrollment_id
  ) d
  where e.bucket = d.bucket and e.enrollment_id = d.enrollment_id;

  perform milepost.repair_ledger(p_tenant_id, v_ids, p_actor, p_now);
  perform milepost.rebuild_reports(p_tenant_id);
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, occurred_at, received_at, source,
    actor, data
  )
  select e.bucket, e.tenant_id, 'progress.repaired', e.learner_id, e.course_id, e.enrollment_id,
    p_now, p_now, 'doctor', p_actor,
    jsonb_build_object('before', v_before -> e.enrollment_id::text, 'after', j.after)
  from milepost.enrollment e
  cross join lateral (select milepost.progress_json(to_jsonb(e)) as after) j
  where e.tenant_id = p_tenant_id and e.enrollment_id = any (v_ids)
    and j.after <> v_before -> e.enrollment_id::text
  order by e.bucket, e.enrollment_id;
end $$;
comment on function milepost.repair_progress(text, integer, jsonb, text, timestamptz) is
  'Sets the numbers named to what the facts say, with what they were before and are now in the '
  'ledger, and appends what the ledger lacks. What is immutable stays as it is.';
