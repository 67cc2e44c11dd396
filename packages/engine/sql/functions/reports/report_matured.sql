create or replace function milepost.report_matured(
  p_course_id bigint, p_days integer, p_today integer
) returns table (matured bigint, completed bigint)
language plpgsql stable as $$
begin
  -- All, less those of the last days: that takes the cells of those days alone.
  return query
  select
    (select coalesce(sum(c.n), 0)::bigint
     from milepost.report_cells(p_course_id, '{counted}') c)
    - (select coalesce(sum(c.n), 0)::bigint
       from milepost.report_cells_from(
         p_course_id, 'enrolled_on', p_today - p_days + 1, 2147483647) c)
    + (select coalesce(sum(c.n), 0)::bigint
       from milepost.report_cells_from(
         p_course_id, 'exempt', p_today - p_days + 1, 2147483647) c),
    (select coalesce(sum(c.n) filter (where c.key_2 <= p_days), 0)::bigint
     from milepost.report_cells(p_course_id, '{finished_since}') c)
    - (select coalesce(sum(c.n) filter (where c.key_2 <= p_days), 0)::bigint
       from milepost.report_cells_from(
         p_course_id, 'finished_enrolled', p_today - p_days + 1, 2147483647) c);
end $$;
comment on function milepost.report_matured(bigint, integer, integer) is
  'How many attempts of a course were enrolled at least so many days before today (in the '
  'tenant''s zone, as a day from 1970), and how many of those were completed within so many days.';
