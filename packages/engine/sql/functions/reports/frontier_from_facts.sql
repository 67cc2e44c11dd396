create or replace function milepost.frontier_from_facts(
  p_course_id bigint, p_since timestamptz
) returns table (lesson_id bigint, active bigint, all_of_them bigint)
language plpgsql stable
set plan_cache_mode = force_custom_plan
set enable_seqscan = on
as $$
begin
  return query
  select (a.now).frontier_lesson_id,
    count(*) filter (where (a.now).last_viewed_at > p_since), count(*)
  from milepost.enrollment e
  left join milepost.recount r on r.course_id = e.course_id and r.part = e.bucket / 256
  cross join lateral (
    select case when r.part is not null and milepost.may_have_moved(e, r)
      then milepost.caught_up(e) else e end as now
    offset 0
  ) a
  where e.course_id = p_course_id and e.is_current and (a.now).frontier_lesson_id <> 0
  group by 1;
end $$;
comment on function milepost.frontier_from_facts(bigint, timestamptz) is
  'The lessons that attempts have come to and not completed: how many attempts, and how many of '
  'them were active since. Out of the attempts, for while a recount has not brought the counts '
  'there.';
