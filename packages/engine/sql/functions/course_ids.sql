create or replace function milepost.course_ids(p_tenant_id integer, p_courses text[])
returns bigint[]
language plpgsql stable as $$
begin
  return array(
    select c.course_id from milepost.course c
    where c.tenant_id = p_tenant_id and c.external_id = any (p_courses));
end $$;
comment on function milepost.course_ids(integer, text[]) is
  'The numbers of those of the courses that there are.';
