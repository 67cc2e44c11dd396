create or replace function milepost.overdue_total(
  p_tenant_id integer, p_course_id bigint, p_now timestamptz
) returns bigint
language sql stable as $$
  select milepost.due_between(p_tenant_id, p_course_id, '-infinity', p_now)
$$;
comment on function milepost.overdue_total(integer, bigint, timestamptz) is
  'How many attempts of a course, or of all, are overdue, out of the summaries.';
