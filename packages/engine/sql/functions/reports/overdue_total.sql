create or replace function milepost.overdue_total(
  p_tenant_id integer, p_course_id bigint, p_now timestamptz
) returns bigint
language sql stable as $$
  select coalesce(sum(s.overdue), 0)::bigint
  from milepost.course c
  cross join lateral milepost.report_states(c.course_id, null, null, p_now) s
  where c.tenant_id = p_tenant_id and (p_course_id is null or c.course_id = p_course_id)
$$;
comment on function milepost.overdue_total(integer, bigint, timestamptz) is
  'How many attempts of a course, or of all, are overdue, out of the summaries.';
