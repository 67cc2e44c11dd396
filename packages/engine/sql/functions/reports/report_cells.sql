create or replace function milepost.report_cells(
  p_course_id bigint, p_measures text[]
) returns table (
  measure text, lesson_id bigint, key_1 integer, key_2 integer, n integer
)
language sql stable as $$
  select c.measure, c.lesson_id, c.key_1, c.key_2, c.n
  from milepost.report_cell c
  where c.course_id = p_course_id and c.measure = any (p_measures)
  union all
  select c.measure, c.lesson_id, c.key_1, c.key_2, c.n
  from milepost.report_delta d
  cross join lateral unnest(d.changes) c
  where d.course_id = p_course_id and c.measure = any (p_measures)
$$;
comment on function milepost.report_cells(bigint, text[]) is
  'The counts of a course: what was folded and what was not yet. Several rows may be one cell; add '
  'them up.';
