create or replace function milepost.summed_courses(
  p_tenant_id integer, p_course_id bigint, p_group_id bigint, p_windowed boolean
) returns setof milepost.course
language sql stable as $$
  select c.* from milepost.course c
  where c.tenant_id = p_tenant_id and (p_course_id is null or c.course_id = p_course_id)
    and p_group_id is null and not p_windowed
    and c.course_id not in (
      select r.course_id from milepost.recount r where r.is_first_pass)
$$;
comment on function milepost.summed_courses(integer, bigint, bigint, boolean) is
  'The courses, or the one, whose report is read from the counts: not of a group or an enrollment '
  'window, and not of those that lag. All others are in scanned_attempts.';
