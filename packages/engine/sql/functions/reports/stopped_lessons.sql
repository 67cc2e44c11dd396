create or replace function milepost.stopped_lessons(
  p_tenant_id integer, p_group_id bigint, p_enrolled_from timestamptz,
  p_enrolled_before timestamptz, p_now timestamptz
) returns table (lesson_id bigint, viewed bigint, stopped_here bigint)
language plpgsql stable
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  v_course bigint;
  v_bound  double precision;
  v_low    double precision;
  v_worst  double precision := 0;
begin
  if p_group_id is not null or milepost.has_window(p_enrolled_from, p_enrolled_before) then
    return query
    with attempt as materialized (
      select a.bucket, a.enrollment_id, a.frontier_lesson_id, a.last_viewed_at
      from milepost.scanned_attempts(
        p_tenant_id, null, p_group_id, false, p_enrolled_from, p_enrolled_before) a
      where a.exempted_at is null and milepost.counts_in_reports(a)
    ), stopped as materialized (
      select a.frontier_lesson_id as lesson_id, count(*) as n
      from attempt a
      where a.frontier_lesson_id <> 0 and a.last_viewed_at <= p_now - interval '336 hours'
      group by a.frontier_lesson_id
    )
    -- From each attempt to its lessons: joined, the records of all attempts were gone through for
    -- those of a month (9 s of a million attempts).
    select s.lesson_id, count(*), s.n
    from attempt a
    cross join lateral (
      select lp.lesson_id from milepost.lesson_progress lp
      where lp.bucket = a.bucket and lp.enrollment_id = a.enrollment_id
      offset 0
    ) lp
    join stopped s on s.lesson_id = lp.lesson_id
    group by s.lesson_id, s.n;
    return;
  end if;

  -- Whoever came no further has stopped or is still active, which takes longer to tell: a course
  -- is looked at while its lessons could be worse if all of them had stopped.
  for v_course, v_bound in
    select f.course_id, max(case when f.lags then 1
      else milepost.wilson_low(least(f.frontier, f.viewed), f.viewed) end) as bound
    from (
      select c.course_id, k.lesson_id,
        c.course_id in (select r.course_id from milepost.recount r where r.is_first_pass) as lags,
        sum(k.n) filter (where k.measure = 'all_frontier') as frontier,
        sum(k.n) filter (where k.measure = 'lesson_viewed') as viewed
      from milepost.course c
      cross join lateral milepost.report_cells(
        c.course_id, '{all_frontier,lesson_viewed}') k
      where c.tenant_id = p_tenant_id
      group by c.course_id, k.lesson_id
    ) f
    where f.lags or f.frontier > 0 and f.viewed > 0
    group by f.course_id
    order by bound desc
  loop
    exit when v_bound < v_worst;
    for lesson_id, viewed, stopped_here, v_low in
      select n.lesson_id, n.viewed, n.stopped_here, milepost.wilson_low(n.stopped_here, n.viewed)
      from milepost.report_lesson_counts(
        v_course, null, false, p_now, null, null) n
      where n.stopped_here > 0
    loop
      v_worst := greatest(v_worst, v_low);
      return next;
    end loop;
  end loop;
end $$;
comment on function milepost.stopped_lessons(
  integer, bigint, timestamptz, timestamptz, timestamptz) is
  'Lessons that somebody stopped at, with how many viewed them and how many stopped, as in '
  'report_lesson_counts: the worst of all courses is among them.';
