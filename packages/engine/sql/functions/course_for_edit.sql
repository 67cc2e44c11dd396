create or replace function milepost.course_for_edit(
  p_tenant_id integer, p_course text, p_title text, p_enrollment text, p_if_version integer,
  p_now timestamptz
) returns milepost.course
language plpgsql as $$
declare
  v_course milepost.course;
begin
  perform milepost.refuse_misnamed_course(p_course, p_title, p_enrollment);

  loop
    -- Inserting and not looking whether there is one leaves no gap for a second creator.
    insert into milepost.course (
      tenant_id, external_id, title, enrollment_policy, outline_version, required_version,
      total_lessons, created_at
    ) values (p_tenant_id, p_course, p_title, coalesce(p_enrollment, 'open'), 1, 1, 0, p_now)
    on conflict (tenant_id, external_id) do nothing
    returning * into v_course;
    if found then
      v_course.outline_version := 0;
      exit;
    end if;
    select c.* into v_course from milepost.course c
    where c.tenant_id = p_tenant_id and c.external_id = p_course;
    continue when not found;
    perform milepost.close_gate(v_course.course_id);
    -- The lock is `for update`, against the `for key share` that opening an attempt takes.
    select c.* into v_course from milepost.course c
    where c.course_id = v_course.course_id
    for update;
    exit when found;
  end loop;
  if p_if_version <> v_course.outline_version then
    perform milepost.refuse('outline_version_mismatch');
  end if;
  return v_course;
end $$;
comment on function milepost.course_for_edit(integer, text, text, text, integer, timestamptz) is
  'The course of an edit, locked and its gate closed; created where it is new, which '
  'outline_version 0 in the answer says.';
