create or replace function milepost.course_pace(p_course_id bigint, p_total_lessons integer)
returns bigint
language plpgsql stable as $$
begin
  return (
    select (f.day * 86400 / nullif(p_total_lessons, 0))::bigint
    from (
      select c.key_2 as day, sum(sum(c.n)) over (order by c.key_2) as through,
        sum(sum(c.n)) over () as total
      from milepost.report_cells(p_course_id, '{finished}') c
      group by c.key_2
    ) f
    where f.total > 0 and f.through >= f.total / 2
    order by f.day
    limit 1
  );
end $$;
comment on function milepost.course_pace(bigint, integer) is
  'Seconds a required lesson takes: the median of the days from first access to completion, of '
  'those who finished, shared out over the lessons. Null while nobody has.';
