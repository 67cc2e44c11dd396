create or replace function milepost.current_attempts(p_course_id bigint)
returns setof milepost.enrollment
language sql stable as $$
  select e.* from milepost.enrollment e
  where e.course_id = p_course_id and e.is_current
    and not (select exists (select from milepost.recount r where r.course_id = p_course_id))
  union all
  select a.*
  from milepost.enrollment e
  cross join lateral milepost.caught_up(e) a
  where e.course_id = p_course_id and e.is_current
    and (select exists (select from milepost.recount r where r.course_id = p_course_id))
$$;
comment on function milepost.current_attempts(bigint) is
  'The current attempts of a course as they stand by its outline of now. Inlined into the query '
  'that uses it; which half runs is asked once.';
