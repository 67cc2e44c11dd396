create or replace function milepost.attempts_named(
  p_tenant text, p_tenant_id integer, p_enrollments jsonb
) returns table (n integer, bucket smallint, enrollment_id bigint, is_current boolean)
language plpgsql stable as $$
begin
  return query
  select k.n, e.bucket, e.enrollment_id, e.is_current
  from milepost.learners_named(p_tenant, p_tenant_id,
    array(select g ->> 'learner' from jsonb_array_elements(p_enrollments) g)) k
  cross join lateral (
    select c.course_id from milepost.course c
    where c.tenant_id = p_tenant_id and c.external_id = p_enrollments -> (k.n - 1) ->> 'course'
    offset 0
  ) c
  cross join lateral (
    select e.* from milepost.enrollment e
    where e.bucket = (k.learner).bucket and e.learner_id = (k.learner).learner_id
      and e.course_id = c.course_id
    offset 0
  ) e;
end $$;
comment on function milepost.attempts_named(text, integer, jsonb) is
  'Every attempt, current or not, of the learner and course that each row of an import names, with '
  'the number of the row.';
