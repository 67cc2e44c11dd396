create or replace function milepost.report_lesson_counts(
  p_course_id bigint, p_group_id bigint, p_with_median boolean, p_now timestamptz
) returns table (
  lesson_id bigint, available bigint, viewed bigint, completed bigint, still_active bigint,
  stopped_here bigint, median_seconds bigint
)
language plpgsql stable as $$
declare
  v_since constant timestamptz := p_now - interval '336 hours';
  v_day   constant integer := milepost.day_in(v_since, 'UTC');
begin
  if p_group_id is not null then
    return query select * from milepost.lesson_counts_from_facts(p_course_id, p_group_id, p_now);
    return;
  end if;

  return query
  with cell as materialized (
    select c.* from milepost.report_cells(p_course_id,
      array['counted', 'lesson_viewed', 'lesson_completed', 'lesson_unavailable', 'frontier',
        case when p_with_median then 'lesson_seconds' end]) c
  ), tally as (
    select c.lesson_id,
      coalesce(sum(c.n) filter (where c.measure = 'lesson_viewed'), 0)::bigint as viewed,
      coalesce(sum(c.n) filter (where c.measure = 'lesson_completed'), 0)::bigint as completed,
      coalesce(sum(c.n) filter (where c.measure = 'lesson_unavailable'), 0)::bigint as unavailable,
      coalesce(sum(c.n) filter (where c.measure = 'frontier' and c.key_1 > v_day), 0)::bigint
        as active,
      coalesce(sum(c.n) filter (where c.measure = 'frontier' and c.key_1 < v_day), 0)::bigint
        as stopped
    from cell c
    where c.measure not in ('counted', 'lesson_seconds')
    group by c.lesson_id
  ), edge as (
    select e.furthest_lesson_id as lesson_id,
      count(*) filter (where e.last_viewed_at > v_since) as active,
      count(*) filter (where e.last_viewed_at <= v_since) as stopped
    from milepost.enrollment e
    where e.course_id = p_course_id and e.is_current
      and coalesce(e.last_viewed_day, '-infinity') = date '1970-01-01' + v_day
      and not e.furthest_completed and e.exempted_at is null and milepost.counts_in_reports(e)
    group by e.furthest_lesson_id
  ), median as (
    select m.lesson_id, milepost.median_within(p_course_id, m.lesson_id, m.bin, m.rank) as seconds
    from milepost.median_bins(array(
      select (c.measure, c.lesson_id, c.key_1, c.key_2, c.n)::milepost.report_change
      from cell c where c.measure = 'lesson_seconds')) m
  )
  select l.lesson_id,
    (select coalesce(sum(c.n), 0)::bigint from cell c where c.measure = 'counted')
      - coalesce(t.unavailable, 0),
    coalesce(t.viewed, 0), coalesce(t.completed, 0),
    coalesce(t.active, 0) + coalesce(g.active, 0), coalesce(t.stopped, 0) + coalesce(g.stopped, 0),
    m.seconds
  from milepost.lesson l
  left join tally t on t.lesson_id = l.lesson_id
  left join edge g on g.lesson_id = l.lesson_id
  left join median m on m.lesson_id = l.lesson_id
  where l.course_id = p_course_id and l.retired_at is null;
end $$;
comment on function milepost.report_lesson_counts(bigint, bigint, boolean, timestamptz) is
  'The counts of each lesson in a course''s outline: for how many attempts it was there, who '
  'viewed and completed it, who came no further and is active within 14 days or not, and the '
  'median of the seconds from view to completion. Who viewed it, did not complete it and is in '
  'neither moved on.';
