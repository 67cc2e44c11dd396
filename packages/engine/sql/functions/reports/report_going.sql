create or replace function milepost.report_going(
  p_course_id bigint, p_measure text, p_now timestamptz
) returns table (local_day integer, days integer, n bigint)
language plpgsql stable as $$
declare
  v_hour  constant integer := milepost.hour_begun(p_now);
  v_early constant integer[] := array(
    select i.node + d.local from unnest(milepost.going_nodes(v_hour)) i (node),
      unnest('{0,64,128}'::integer[]) d (local));
  v_whole constant integer[] := '{32,96,160}';
begin
  -- Of each day, those up to the hour of the present have been at it one day longer: they are taken
  -- off the whole day, and counted there.
  return query
  select g.local_day, greatest(0, v_hour / 24 - g.day - g.less), sum(g.n)::bigint
  from (
    select c.key_2 as day, c.key_2 + c.key_1 / 64 - 1 as local_day, 1 as less, c.n
    from milepost.report_cells_at(p_course_id, p_measure, v_whole) c
    union all
    select c.key_2, c.key_2 + c.key_1 / 64 - 1, i.less, c.n * i.sign
    from milepost.report_cells_at(p_course_id, p_measure, v_early) c
    cross join (values (0, 1), (1, -1)) i (less, sign)
  ) g
  group by 1, 2;
end $$;
comment on function milepost.report_going(bigint, text, timestamptz) is
  'The open attempts of a course by the local day on which they began to be counted (going: first '
  'access; going_enrolled: enrollment) and the whole days since.';
