create or replace function milepost.report_cells_at(
  p_course_id bigint, p_measure text, p_keys integer[]
) returns table (key_1 integer, key_2 integer, n integer)
language sql stable as $$
  select c.key_1, c.key_2, c.n
  from milepost.report_cell c
  where c.course_id = p_course_id and c.measure = p_measure and c.lesson_id is null
    and c.key_1 = any (p_keys)
  union all
  select c.key_1, c.key_2, c.n
  from milepost.report_delta d
  cross join lateral unnest(d.changes) c
  where d.course_id = p_course_id and c.measure = p_measure and c.key_1 = any (p_keys)
$$;
comment on function milepost.report_cells_at(bigint, text, integer[]) is
  'The counts of one measure of a course whose first key is one of these.';
