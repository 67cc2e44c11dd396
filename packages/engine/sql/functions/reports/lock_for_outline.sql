create or replace function milepost.lock_for_outline(p_course_id bigint, p_change jsonb)
returns void
language plpgsql as $$
begin
  if p_change -> 'added' <> '[]' or p_change -> 'retired' <> '[]' or p_change -> 'moved' <> '[]'
  then
    perform from milepost.enrollment e
    where e.course_id = p_course_id and e.is_current
    order by e.bucket, e.enrollment_id
    for update;
  end if;
end $$;
comment on function milepost.lock_for_outline(bigint, jsonb) is
  'Locks every current attempt of a course, in key order, before an edit that adds, retires or '
  'moves lessons: how far each has come depends on their order, and a view that is being recorded '
  'has read the order before.';
