create or replace function milepost.scanned_attempts(
  p_tenant_id integer, p_course_id bigint, p_group_id bigint, p_at_start boolean,
  p_enrolled_from timestamptz, p_enrolled_before timestamptz
) returns setof milepost.enrollment
language sql stable as $$
  select a.*
  from milepost.group_attempts(p_group_id, p_at_start) a
  where p_group_id is not null and (p_course_id is null or a.course_id = p_course_id)
    and milepost.enrolled_within(a.enrolled_at, p_enrolled_from, p_enrolled_before)
  union all
  select a.*
  from (
    select c.course_id from milepost.course c
    where c.tenant_id = p_tenant_id and p_group_id is null
      and (p_course_id is null or c.course_id = p_course_id)
      and (p_enrolled_from is not null or p_enrolled_before is not null
        or c.course_id in (select r.course_id from milepost.recount r where r.is_first_pass))
  ) c
  cross join lateral milepost.current_attempts(c.course_id) a
  where milepost.enrolled_within(a.enrolled_at, p_enrolled_from, p_enrolled_before)
$$;
comment on function milepost.scanned_attempts(
  integer, bigint, bigint, boolean, timestamptz, timestamptz) is
  'The current attempts that a report of a course, or of all, has to look at one by one: those of '
  'a group or an enrollment window, or those of courses whose counts lag. All others are in the '
  'counts of summed_courses.';
