create or replace function milepost.check_outline(
  p_tenant_id integer, p_course_id bigint, p_lessons jsonb
) returns void
language plpgsql as $$
begin
  if jsonb_array_length(p_lessons) > 2000 then
    perform milepost.refuse('outline_too_large');
  end if;
  if exists (
    select from milepost.given_lessons(p_lessons) g
    where coalesce(length(g.id), 0) not between 1 and 255
  ) then
    perform milepost.refuse('id_out_of_range');
  end if;
  if exists (
    select from milepost.given_lessons(p_lessons) g
    where coalesce(length(g.title), 0) not between 1 and 1000
      or length(g.section) not between 1 and 1000
  ) then
    perform milepost.refuse('text_out_of_range');
  end if;
  if exists (
    select from milepost.given_lessons(p_lessons) g group by g.id having count(*) > 1
  ) then
    perform milepost.refuse('lesson_repeated');
  end if;
  if exists (
    select from milepost.given_lessons(p_lessons) g
    join milepost.lesson l on l.tenant_id = p_tenant_id and l.external_id = g.id
    where l.course_id is distinct from p_course_id
  ) then
    perform milepost.refuse('lesson_of_another_course');
  end if;
end $$;
comment on function milepost.check_outline(integer, bigint, jsonb) is
  'Refuses an outline that is malformed or takes a lesson of another course.';
