create or replace function milepost.are_few(
  p_course_id bigint, p_origin text, p_min_days integer, p_max_days integer, p_now timestamptz
) returns boolean
language sql stable as $$
  select coalesce(
    sum(d.completed) filter (where d.day between p_min_days and p_max_days)
      < 0.01 * sum(d.completed + d.withdrawn + d.censored), true)
  from milepost.follow_up_arrays(
    p_course_id, p_origin, null, true, null, p_now, null, null) f
  cross join lateral unnest(f.days, f.completed, f.withdrawn, f.censored)
    d (day, completed, withdrawn, censored)
$$;
comment on function milepost.are_few(bigint, text, integer, integer, timestamptz) is
  'Whether less than a hundredth of a course''s attempts were completed in so many days, as the '
  'summaries have it: an index in the order of a list would be walked long for a page of them.';
