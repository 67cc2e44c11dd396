-- One pass over the records. Those that are alike are counted together before anything else is made
-- of them, seconds and all: put in order one by one, those of a hundred thousand attempts took
-- twenty seconds.
create or replace function milepost.lesson_counts_from_facts(
  p_course_id bigint, p_group_id bigint, p_with_median boolean, p_now timestamptz,
  p_enrolled_from timestamptz, p_enrolled_before timestamptz
) returns table (
  lesson_id bigint, available bigint, viewed bigint, completed bigint, still_active bigint,
  stopped_here bigint, median_seconds bigint
)
language plpgsql stable
set plan_cache_mode = force_custom_plan
set enable_seqscan = on
set work_mem = '64MB'
-- See report_course_from_facts.
set enable_mergejoin = off
set enable_sort = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_since constant timestamptz := p_now - interval '336 hours';
  v_lags  constant boolean := milepost.reports_lag(p_course_id);
  -- Of most courses nobody ended an attempt before the last lesson was published.
  v_last_published constant timestamptz := (
    select max(l.published_at) from milepost.lesson l
    where l.course_id = p_course_id and l.retired_at is null);
begin
  return query
  with attempt as materialized (
    select a.bucket, a.enrollment_id, a.frontier_lesson_id, a.last_viewed_at,
      least(a.completed_at, a.withdrawn_at) as ended_at
    from milepost.report_attempts(
      p_course_id, p_group_id, false, null, v_lags, p_enrolled_from, p_enrolled_before) a
    where a.exempted_at is null
  ), lesson as materialized (
    select l.lesson_id, l.published_at from milepost.lesson l
    where l.course_id = p_course_id and l.retired_at is null
  ), there as (
    -- Most lessons of a course were published together.
    select p.published_at, (
      select count(*) from attempt a
      where a.ended_at is null or a.ended_at >= p.published_at
    ) as n
    from (select distinct l.published_at from lesson l) p
  ), frontier as (
    select a.frontier_lesson_id as lesson_id,
      count(*) filter (where a.last_viewed_at > v_since) as active,
      count(*) filter (where a.last_viewed_at <= v_since) as stopped
    from attempt a
    where a.frontier_lesson_id <> 0
    group by a.frontier_lesson_id
  ), alike as materialized (
    select lp.lesson_id, lp.completed_at is not null as is_complete,
      case when a.ended_at < v_last_published then a.ended_at end as ended_at,
      case when p_with_median then
        floor(date_part('epoch', lp.completed_at - lp.first_viewed_at))::bigint end as seconds,
      count(*) as n
    from attempt a
    join milepost.lesson_progress lp
      on lp.bucket = a.bucket and lp.enrollment_id = a.enrollment_id
    group by 1, 2, 3, 4
  ), tally as (
    select a.lesson_id, sum(a.n)::bigint as viewed,
      coalesce(sum(a.n) filter (where a.is_complete), 0)::bigint as completed,
      coalesce(sum(a.n) filter (where a.ended_at < l.published_at), 0)::bigint as late
    from alike a
    join lesson l on l.lesson_id = a.lesson_id
    group by a.lesson_id
  ), median as (
    select r.lesson_id, min(r.seconds) as seconds
    from (
      select a.lesson_id, a.seconds,
        sum(sum(a.n)) over (partition by a.lesson_id order by a.seconds) as through,
        sum(sum(a.n)) over (partition by a.lesson_id) as total
      from alike a
      where a.seconds > 0
      group by a.lesson_id, a.seconds
    ) r
    where r.through * 2 >= r.total
    group by r.lesson_id
  )
  select l.lesson_id, coalesce(h.n, 0) + coalesce(t.late, 0), coalesce(t.viewed, 0),
    coalesce(t.completed, 0), coalesce(f.active, 0), coalesce(f.stopped, 0),
    milepost.duration_digits(m.seconds, 4)::bigint
  from lesson l
  left join there h on h.published_at = l.published_at
  left join frontier f on f.lesson_id = l.lesson_id
  left join tally t on t.lesson_id = l.lesson_id
  left join median m on m.lesson_id = l.lesson_id;
end $$;
comment on function milepost.lesson_counts_from_facts(
  bigint, bigint, boolean, timestamptz, timestamptz, timestamptz) is
  'report_lesson_counts out of the attempts and lesson records themselves: for a group or an '
  'enrollment window.';
