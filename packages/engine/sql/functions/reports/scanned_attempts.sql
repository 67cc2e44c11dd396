create or replace function milepost.scanned_attempts(
  p_course_id bigint, p_group_id bigint, p_at_start boolean
) returns setof milepost.enrollment
language sql stable as $$
  select a.*
  from milepost.group_attempts(p_group_id, p_at_start) a
  where p_group_id is not null and (p_course_id is null or a.course_id = p_course_id)
  union all
  select a.*
  from (
    select distinct r.course_id from milepost.recount r
    where p_group_id is null and r.is_first_pass
      and (p_course_id is null or r.course_id = p_course_id)
  ) r
  cross join lateral milepost.current_attempts(r.course_id) a
$$;
comment on function milepost.scanned_attempts(bigint, bigint, boolean) is
  'The current attempts that a report of a course, or of all, has to look at one by one: those of '
  'a group, or those of courses whose counts lag. All others are in the counts of summed_courses.';
