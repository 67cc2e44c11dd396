create or replace function milepost.open_attempt_counts(p_course_id bigint, p_required bigint[])
returns table (bucket smallint, enrollment_id bigint, was numeric, completed integer)
language sql stable as $$
  select e.bucket, e.enrollment_id, e.progress_percentage::numeric, count(lp.completed_at)::integer
  from milepost.current_attempts(p_course_id) e
  left join milepost.lesson_progress lp
    on lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id
    and lp.completed_at is not null and lp.lesson_id = any (p_required)
  where e.completed_at is null
  group by e.bucket, e.enrollment_id, e.progress_percentage
$$;
comment on function milepost.open_attempt_counts(bigint, bigint[]) is
  'How many of the given lessons each open, current attempt of a course has completed, and its '
  'percentage of now. Inlined into the query that uses it, so that the planner sees through it.';
