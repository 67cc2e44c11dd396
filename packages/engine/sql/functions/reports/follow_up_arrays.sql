create or replace function milepost.follow_up_arrays(
  p_course_id bigint, p_from text, p_group_id bigint, p_at_start boolean, p_as_of timestamptz,
  p_now timestamptz,
  p_enrolled_from timestamptz default null, p_enrolled_before timestamptz default null
) returns table (days integer[], completed bigint[], withdrawn bigint[], censored bigint[])
language sql stable as $$
  select array_agg(d.day), array_agg(d.completed), array_agg(d.withdrawn), array_agg(d.censored)
  from (
    -- Sorted once: an order in each aggregate would be a sort of its own.
    select * from milepost.report_follow_up(
      p_course_id, p_from, p_group_id, p_at_start, p_as_of, p_now, p_enrolled_from,
      p_enrolled_before)
    order by day
  ) d
$$;
comment on function milepost.follow_up_arrays(
  bigint, text, bigint, boolean, timestamptz, timestamptz, timestamptz, timestamptz) is
  'report_follow_up of all attempts together (p_from is firstAccess or enrolled), as parallel '
  'arrays by day; null where there is nobody.';
