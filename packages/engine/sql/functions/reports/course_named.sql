create or replace function milepost.course_named(p_tenant_id integer, p_course text)
returns milepost.course
language plpgsql stable as $$
declare
  v_course milepost.course;
begin
  select c.* into v_course from milepost.course c
  where c.tenant_id = p_tenant_id and c.external_id = p_course;
  if not found then
    perform milepost.refuse('course_not_found');
  end if;
  return v_course;
end $$;
comment on function milepost.course_named(integer, text) is
  'A course by the host''s id; refuses course_not_found.';
