create or replace function milepost.change_json(p_tenant_id integer, p_course_id bigint, p_lessons jsonb)
returns jsonb
language sql as $$
  select jsonb_build_object(
    'added', coalesce(jsonb_agg(d.external_id order by d.lesson_position) filter (where d.is_added), '[]'),
    'retired', coalesce(jsonb_agg(d.external_id order by d.lesson_position) filter (where d.is_retired), '[]'),
    'moved', coalesce(jsonb_agg(d.external_id order by d.lesson_position) filter (where d.is_moved), '[]'),
    'renamed', coalesce(jsonb_agg(d.external_id order by d.lesson_position) filter (where d.is_renamed), '[]'),
    'requirementChanged', coalesce(
      jsonb_agg(d.external_id order by d.lesson_position) filter (where d.requirement_changed), '[]'),
    'dueChanged', coalesce(
      jsonb_agg(d.external_id order by d.lesson_position) filter (where d.due_changed), '[]')
  )
  from milepost.outline_diff(p_tenant_id, p_course_id, p_lessons) d
$$;
comment on function milepost.change_json(integer, bigint, jsonb) is
  'What an edit would do, as lesson ids by kind of change, in outline order.';
