create or replace function milepost.preview_outline(
  p_tenant text, p_course text, p_title text, p_enrollment text, p_lessons jsonb,
  p_now timestamptz default null
) returns jsonb
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_course    milepost.course;
  v_change    jsonb;
  v_changes   boolean;
  v_recounts  boolean;
  v_required  bigint[];
  v_total     integer;
  v_lessons   jsonb;
begin
  perform milepost.refuse_misnamed_course(p_course, p_title, p_enrollment);
  select c.* into v_course from milepost.course c
  where c.tenant_id = v_tenant_id and c.external_id = p_course;
  v_change := milepost.change_json(v_tenant_id, v_course.course_id, p_lessons);
  v_changes := v_course.course_id is null or v_course.title <> p_title
    or v_course.enrollment_policy <> coalesce(p_enrollment, v_course.enrollment_policy)
    or exists (select from jsonb_each(v_change) k where k.value <> '[]');

  -- A lesson that the edit would create has no id and nobody has completed it: it counts in the
  -- total alone.
  select coalesce(array_agg(d.lesson_id) filter (where d.required and d.lesson_id is not null),
    '{}'),
    count(*) filter (where d.required),
    coalesce(jsonb_agg(jsonb_build_object(
      'id', d.external_id, 'title', d.title, 'section', d.section, 'required', d.required,
      'position', d.lesson_position, 'publishedAt', coalesce(l.published_at, v_now), 'dueAt',
      d.due_at
    ) order by d.lesson_position), '[]')
  into v_required, v_total, v_lessons
  from milepost.outline_diff(v_tenant_id, v_course.course_id, p_lessons) d
  left join milepost.lesson l on l.lesson_id = d.lesson_id
  where not d.is_retired;
  v_recounts := v_total <> v_course.total_lessons or exists (
    select from milepost.lesson l
    where l.course_id = v_course.course_id and l.counts and l.lesson_id <> all (v_required)
  );

  return jsonb_build_object(
    'id', p_course, 'title', p_title,
    'enrollment', coalesce(p_enrollment, v_course.enrollment_policy, 'open'),
    'outlineVersion', coalesce(v_course.outline_version, 0) + v_changes::integer,
    'totalLessons', v_total, 'lessons', v_lessons, 'change', v_change,
    'effect', milepost.outline_effect(
      v_course.course_id, v_required, v_total, v_changes, v_recounts)
  );
end $$;
comment on function milepost.preview_outline(text, text, text, text, jsonb, timestamptz) is
  'What put_outline would answer, and its effect on the attempts of the course; writes nothing.';
grant execute on function milepost.preview_outline(text, text, text, text, jsonb, timestamptz)
  to milepost_app;
