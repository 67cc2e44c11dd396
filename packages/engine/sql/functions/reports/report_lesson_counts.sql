create or replace function milepost.report_lesson_counts(
  p_course_id bigint, p_group_id bigint, p_with_median boolean, p_now timestamptz,
  p_enrolled_from timestamptz, p_enrolled_before timestamptz
) returns table (
  lesson_id bigint, available bigint, viewed bigint, completed bigint, still_active bigint,
  stopped_here bigint, median_seconds bigint
)
language plpgsql stable as $$
declare
  v_since constant timestamptz := p_now - interval '336 hours';
  v_edge  constant integer := milepost.slot_of(v_since);
  v_day   constant integer := v_edge / 144;
  v_lags  constant boolean := milepost.reports_lag(p_course_id);
begin
  if p_group_id is not null or p_enrolled_from is not null or p_enrolled_before is not null then
    return query
    select * from milepost.lesson_counts_from_facts(
      p_course_id, p_group_id, p_with_median, p_now, p_enrolled_from, p_enrolled_before);
    return;
  end if;

  return query
  with cell as materialized (
    select c.* from milepost.report_cells(p_course_id,
      array['counted', 'lesson_viewed', 'lesson_completed', 'lesson_unavailable', 'all_frontier',
        case when p_with_median then 'lesson_seconds' end]) c
  ), come as materialized (
    select * from milepost.frontier_from_facts(p_course_id, v_since) where v_lags
  ), tally as (
    select c.lesson_id,
      coalesce(sum(c.n) filter (where c.measure = 'lesson_viewed'), 0)::bigint as viewed,
      coalesce(sum(c.n) filter (where c.measure = 'lesson_completed'), 0)::bigint as completed,
      coalesce(sum(c.n) filter (where c.measure = 'lesson_unavailable'), 0)::bigint as unavailable,
      coalesce(sum(c.n) filter (where c.measure = 'all_frontier'), 0)::bigint as frontier
    from cell c
    where c.measure not in ('counted', 'lesson_seconds')
    group by c.lesson_id
  ), lately as (
    -- Whole days out of the cells; of the day fourteen days ago what the index of the attempts
    -- counts, and of the ten minutes of then the attempts themselves.
    select u.lesson_id, sum(u.n)::bigint as active
    from (
      select l.lesson_id, c.n
      from milepost.lesson l
      cross join lateral (
        select c.n from milepost.report_cell c
        where c.course_id = p_course_id and c.measure = 'frontier' and c.lesson_id = l.lesson_id
          and c.key_1 > v_day
        offset 0
      ) c
      where not v_lags and l.course_id = p_course_id and l.retired_at is null
      union all
      select c.lesson_id, c.n
      from milepost.report_delta d
      cross join lateral unnest(d.changes) c
      where not v_lags and d.course_id = p_course_id and c.measure = 'frontier'
        and c.key_1 > v_day
      union all
      select e.frontier_lesson_id, 1
      from milepost.enrollment e
      where not v_lags and e.course_id = p_course_id and e.is_current
        and e.last_viewed_slot > v_edge and e.last_viewed_slot < (v_day + 1) * 144
        and e.frontier_lesson_id <> 0
      union all
      select e.frontier_lesson_id, 1
      from milepost.enrollment e
      where not v_lags and e.course_id = p_course_id and e.is_current
        and e.last_viewed_slot = v_edge and e.last_viewed_at > v_since
        and e.frontier_lesson_id <> 0
      union all
      select f.lesson_id, f.active from come f
    ) u
    group by u.lesson_id
  ), median as (
    select m.lesson_id, four.seconds::bigint as seconds
    from milepost.median_bins(array(
      select (c.measure, c.lesson_id, c.key_1, c.key_2, c.n)::milepost.report_change
      from cell c where c.measure = 'lesson_seconds')) m
    cross join lateral milepost.median_within(
      p_course_id, m.lesson_id, 'lesson_seconds_two', m.bin, m.rank) two
    cross join lateral milepost.median_within(
      p_course_id, m.lesson_id, 'lesson_seconds_four', two.seconds, two.rank) four
  )
  select l.lesson_id,
    (select coalesce(sum(c.n), 0)::bigint from cell c where c.measure = 'counted')
      - coalesce(t.unavailable, 0),
    coalesce(t.viewed, 0), coalesce(t.completed, 0),
    coalesce(a.active, 0),
    coalesce(case when v_lags then f.all_of_them else t.frontier end, 0) - coalesce(a.active, 0),
    m.seconds
  from milepost.lesson l
  left join tally t on t.lesson_id = l.lesson_id
  left join lately a on a.lesson_id = l.lesson_id
  left join come f on f.lesson_id = l.lesson_id
  left join median m on m.lesson_id = l.lesson_id
  where l.course_id = p_course_id and l.retired_at is null;
end $$;
comment on function milepost.report_lesson_counts(
  bigint, bigint, boolean, timestamptz, timestamptz, timestamptz) is
  'The counts of each lesson in a course''s outline: for how many attempts it was there, who '
  'viewed and completed it, who came no further and is active within 14 days or not, and the '
  'median of the seconds from view to completion. Who viewed it, did not complete it and is in '
  'neither moved on.';
