create or replace function milepost.repair_courses(
  p_tenant text, p_tenant_id integer, p_doubted bigint[], p_actor text, p_now timestamptz
) returns void
language sql as $$
  with wrong as (
    select c as before, v.outline_version, v.required_version,
      cardinality(v.required_lesson_ids) as total_lessons
    from milepost.course c
    join milepost.outline_versions(p_tenant_id) v on v.course_id = c.course_id and v.is_latest
    where c.tenant_id = p_tenant_id and c.course_id <> all (p_doubted)
      and (c.outline_version, c.required_version, c.total_lessons)
        is distinct from (v.outline_version, v.required_version, cardinality(v.required_lesson_ids))
  ), mended as (
    update milepost.course c set
      outline_version = w.outline_version, required_version = w.required_version,
      total_lessons = w.total_lessons
    from wrong w
    where c.course_id = (w.before).course_id
    returning c as after, w.before
  )
  insert into milepost.progress_event (
    bucket, tenant_id, type, course_id, outline_version, occurred_at, received_at, source, actor,
    data
  )
  select milepost.bucket_of(p_tenant, (m.after).external_id), p_tenant_id, 'progress.repaired',
    (m.after).course_id, (m.after).outline_version, p_now, p_now, 'doctor', p_actor,
    jsonb_build_object('before', milepost.progress_json(to_jsonb(m.before)),
      'after', milepost.progress_json(to_jsonb(m.after)))
  from mended m
$$;
comment on function milepost.repair_courses(text, integer, bigint[], text, timestamptz) is
  'Sets the numbers of courses to what their outline history says, with before and after in the '
  'ledger.';
