create or replace function milepost.outline_json(p_course_id bigint) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'id', c.external_id, 'title', c.title, 'enrollment', c.enrollment_policy,
    'outlineVersion', c.outline_version, 'totalLessons', c.total_lessons,
    'lessons', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', l.external_id, 'title', l.title, 'section', l.section, 'required', l.required,
        'position', l.position, 'publishedAt', l.published_at, 'dueAt', l.due_at)
          order by l.position)
      from milepost.lesson l
      where l.course_id = c.course_id and l.retired_at is null
    ), '[]')
  )
  from milepost.course c
  where c.course_id = p_course_id
$$;
comment on function milepost.outline_json(bigint) is
  'A course and its outline in order, as the API answers it.';
