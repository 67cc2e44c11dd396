create or replace function milepost.median_within(
  p_course_id bigint, p_lesson_id bigint, p_measure text, p_bin integer, p_rank bigint
) returns table (seconds integer, rank bigint)
language sql stable as $$
  select f.seconds, p_rank - (f.through - f.n)
  from (
    select c.key_2 as seconds, sum(c.n)::bigint as n,
      sum(sum(c.n)) over (order by c.key_2)::bigint as through
    from (
      select r.key_2, r.n from milepost.report_cell r
      where r.course_id = p_course_id and r.measure = p_measure
        and r.lesson_id = p_lesson_id and r.key_1 = p_bin
      union all
      select c.key_2, c.n
      from milepost.report_delta d
      cross join lateral unnest(d.changes) c
      where d.course_id = p_course_id and c.measure = p_measure
        and c.lesson_id = p_lesson_id and c.key_1 = p_bin
    ) c
    group by c.key_2
  ) f
  where f.through >= p_rank and f.n > 0
  order by f.seconds
  limit 1
$$;
comment on function milepost.median_within(bigint, bigint, text, integer, bigint) is
  'Among the durations of a coarser bin the finer one at a place, and its place in that.';
