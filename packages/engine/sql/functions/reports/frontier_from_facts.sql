create or replace function milepost.frontier_from_facts(
  p_course_id bigint, p_since timestamptz
) returns table (lesson_id bigint, active bigint, all_of_them bigint)
language plpgsql stable
set plan_cache_mode = force_custom_plan
set enable_seqscan = on
as $$
begin
  return query
  select a.frontier_lesson_id, count(*) filter (where a.last_viewed_at > p_since), count(*)
  from (
    select e.frontier_lesson_id, e.last_viewed_at
    from milepost.enrollment e
    left join milepost.recount r on r.course_id = e.course_id and r.part = e.bucket / 256
    where e.course_id = p_course_id and e.is_current
      and (r.part is null or not milepost.may_have_moved(e, r))
    union all
    select n.frontier_lesson_id, n.last_viewed_at
    from milepost.recount r
    join milepost.enrollment e on e.course_id = r.course_id and e.bucket / 256 = r.part
      and milepost.may_have_moved(e, r)
    cross join lateral milepost.caught_up(e) n
    where r.course_id = p_course_id and e.is_current
  ) a
  where a.frontier_lesson_id <> 0
  group by a.frontier_lesson_id;
end $$;
comment on function milepost.frontier_from_facts(bigint, timestamptz) is
  'The lessons that attempts have come to and not completed: how many attempts, and how many of '
  'them were active since. Out of the attempts, for while a recount has not brought the counts '
  'there.';
