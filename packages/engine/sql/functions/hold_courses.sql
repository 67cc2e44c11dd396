create or replace function milepost.hold_courses(p_course_ids bigint[]) returns void
language plpgsql as $$
begin
  perform from milepost.course c
  where c.course_id = any (p_course_ids)
  order by c.course_id
  for key share;
end $$;
comment on function milepost.hold_courses(bigint[]) is
  'Keeps an outline edit, which locks its course for update, from committing between our reading '
  'the required lessons and our opening an attempt with their count: it would not see our '
  'attempt, and we not its lessons. The attempt''s foreign key takes the same lock, only too '
  'late.';
