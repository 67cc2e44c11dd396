create or replace function milepost.write_course_version(
  p_course milepost.course, p_title text, p_enrollment text, p_required bigint[], p_change jsonb,
  p_lessons jsonb, p_replaced_by jsonb, p_now timestamptz, p_actor text
) returns milepost.course
language plpgsql as $$
declare
  v_course      milepost.course;
  v_before bigint[];
begin
  select oc.required_lesson_ids into v_before from milepost.outline_change oc
  where oc.tenant_id = p_course.tenant_id and oc.course_id = p_course.course_id
    and oc.outline_version = p_course.outline_version;
  update milepost.course c set
    title = p_title,
    enrollment_policy = coalesce(p_enrollment, c.enrollment_policy),
    outline_version = p_course.outline_version + 1,
    required_version = case
      when v_before = p_required then p_course.required_version
      else p_course.outline_version + 1 end,
    total_lessons = cardinality(p_required)
  where c.course_id = p_course.course_id
  returning * into v_course;

  insert into milepost.outline_change (
    tenant_id, course_id, outline_version, changed_at, actor, title, enrollment_policy,
    total_lessons,
    required_lesson_ids, newly_required, no_longer_required, change, outline
  ) values (
    v_course.tenant_id, v_course.course_id, v_course.outline_version, p_now, p_actor,
    v_course.title,
    v_course.enrollment_policy, v_course.total_lessons, p_required,
    array(select unnest(p_required) except select unnest(v_before)),
    array(select unnest(v_before) except select unnest(p_required)), p_change,
    jsonb_strip_nulls(jsonb_build_object('lessons', p_lessons, 'replacedBy', p_replaced_by))
  );
  return v_course;
end $$;
comment on function milepost.write_course_version(
  milepost.course, text, text, bigint[], jsonb, jsonb, jsonb, timestamptz, text) is
  'Writes the next version of a course and its history row. required_version follows only where '
  'the required lessons differ from those of the version before.';
