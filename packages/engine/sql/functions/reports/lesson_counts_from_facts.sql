create or replace function milepost.lesson_counts_from_facts(
  p_course_id bigint, p_group_id bigint, p_now timestamptz
) returns table (
  lesson_id bigint, available bigint, viewed bigint, completed bigint, still_active bigint,
  stopped_here bigint, median_seconds bigint
)
language sql stable as $$
  with attempt as materialized (
    select a.bucket, a.enrollment_id, a.last_viewed_at,
      least(a.completed_at, a.withdrawn_at) as ended_at
    from milepost.report_attempts(p_course_id, p_group_id, false, null, null) a
    where a.exempted_at is null
  ), record as materialized (
    select a.ended_at, a.last_viewed_at as active_at, lp.lesson_id, lp.completed_at,
      floor(extract(epoch from lp.completed_at - lp.first_viewed_at))::bigint as seconds,
      l.position < max(l.position) filter (where l.retired_at is null)
        over (partition by lp.bucket, lp.enrollment_id) as moved_on
    from attempt a
    join milepost.lesson_progress lp
      on lp.bucket = a.bucket and lp.enrollment_id = a.enrollment_id
    join milepost.lesson l on l.lesson_id = lp.lesson_id
  )
  select l.lesson_id,
    (select count(*) from attempt a where a.ended_at is null or a.ended_at >= l.published_at)
      + count(r.lesson_id) filter (where r.ended_at < l.published_at),
    count(r.lesson_id), count(r.completed_at),
    count(*) filter (where r.completed_at is null and not r.moved_on
      and r.active_at > p_now - interval '336 hours'),
    count(*) filter (where r.completed_at is null and not r.moved_on
      and r.active_at <= p_now - interval '336 hours'),
    percentile_disc(0.5) within group (order by milepost.duration_digits(r.seconds, 4))
      filter (where r.seconds > 0)
  from milepost.lesson l
  left join record r on r.lesson_id = l.lesson_id
  where l.course_id = p_course_id and l.retired_at is null
  group by l.lesson_id
$$;
comment on function milepost.lesson_counts_from_facts(bigint, bigint, timestamptz) is
  'report_lesson_counts out of the lesson records themselves: for a group, and to hold the '
  'summaries against.';
