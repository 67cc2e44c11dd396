create or replace function milepost.change_json(
  p_tenant_id integer, p_course_id bigint, p_lessons jsonb
) returns jsonb
language sql as $$
  with diff as (
    select d.external_id as id, d.lesson_position as n, d.*
    from milepost.outline_diff(p_tenant_id, p_course_id, p_lessons) d
  )
  select jsonb_build_object(
    'added', to_jsonb(array(select d.id from diff d where d.is_added order by d.n)),
    'retired', to_jsonb(array(select d.id from diff d where d.is_retired order by d.n)),
    'moved', to_jsonb(array(select d.id from diff d where d.is_moved order by d.n)),
    'renamed', to_jsonb(array(select d.id from diff d where d.is_renamed order by d.n)),
    'requirementChanged',
      to_jsonb(array(select d.id from diff d where d.requirement_changed order by d.n)),
    'dueChanged', to_jsonb(array(select d.id from diff d where d.due_changed order by d.n))
  )
$$;
comment on function milepost.change_json(integer, bigint, jsonb) is
  'What an edit would do, as lesson ids by kind of change, in outline order.';
