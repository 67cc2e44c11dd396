create or replace function milepost.report_going(
  p_course_id bigint, p_measure text, p_by text, p_now timestamptz
) returns table (cohort integer, days integer, n integer)
language plpgsql stable
-- Guessed are a few dozen cells, and sorted they were for that; there are thousands.
set enable_sort = off
as $$
declare
  v_hour  constant integer := milepost.hour_begun(p_now);
  v_nodes constant integer[] := array(
    select i.node + d.local
    from unnest(32 || milepost.going_nodes(v_hour)) i (node),
      unnest('{0,64,128}'::integer[]) d (local));
begin
  -- Of each day, those up to the hour of the present have been at it one day longer: they are taken
  -- off the whole day, and counted there. These are most of the cells that a report reads: each is
  -- looked at once, and a local day is worked out only where it is asked for. The counts stay
  -- integers, as they are in the cells, since a sum of bigints is a numeric, and slow.
  return query
  select case when p_by is not null then
      milepost.period_of(g.day + g.shift - 1, p_by) - date '1970-01-01' end,
    greatest(0, v_hour / 24 - g.day - i.less), i.n
  from (
    select c.key_2 as day, case when p_by is not null then c.key_1 / 64 end as shift,
      coalesce(sum(c.n) filter (where c.key_1 % 64 = 32), 0)::integer as whole,
      coalesce(sum(c.n) filter (where c.key_1 % 64 <> 32), 0)::integer as early
    from milepost.report_cells_at(p_course_id, p_measure, v_nodes) c
    group by 1, 2
  ) g
  cross join lateral (values (0, g.early), (1, g.whole - g.early)) i (less, n)
  where i.n <> 0;
end $$;
comment on function milepost.report_going(bigint, text, text, timestamptz) is
  'The open attempts of a course by the whole days since they began to be counted (going: first '
  'access; going_enrolled: enrollment), and with p_by by the week or month of the local day on '
  'which they did. Several rows may be of the same days; add them up.';
