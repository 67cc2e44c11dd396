import { now } from "./population.ts";

/** What an attempt is counted by: the current one, unless it was withdrawn within a day. */
const counted = `c.external_id = 'big' and e.is_current
  and (e.withdrawn_at is null or e.withdrawn_at - e.enrolled_at > interval '24 hours')`;
const at = `timestamptz '${now.toISOString()}'`;

/** The questions as they would be asked of the facts by somebody who has no summaries. */
export const plainQuestions: Readonly<Record<string, string>> = {
  course: `
    select count(*) filter (where exempted_at is not null) as exempt,
      count(*) filter (where exempted_at is null and withdrawn_at is not null) as withdrawn,
      count(*) filter (where open is false and completed_at > due_at) as completed_late,
      count(*) filter (where open is false and (completed_at > due_at) is not true
        and withdrawn_at is null and exempted_at is null) as completed_on_time,
      count(*) filter (where open and due_at < ${at}) as overdue,
      count(*) filter (where open and (due_at < ${at}) is not true
        and last_viewed_at >= ${at} - interval '7 days') as active,
      count(*) filter (where open and (due_at < ${at}) is not true
        and last_viewed_at < ${at} - interval '7 days') as stalled,
      count(*) filter (where open and (due_at < ${at}) is not true
        and last_viewed_at is null) as not_started
    from (
      select e.*, e.exempted_at is null and e.withdrawn_at is null and e.completed_at is null
        as open
      from milepost.enrollment e join milepost.course c using (course_id)
      where ${counted}
    ) e`,
  lessons: `
    with attempt as (
      select e.bucket, e.enrollment_id, e.last_viewed_at
      from milepost.enrollment e join milepost.course c using (course_id)
      where ${counted} and e.exempted_at is null
    ), record as (
      select lp.lesson_id, lp.completed_at, a.last_viewed_at,
        extract(epoch from lp.completed_at - lp.first_viewed_at) as seconds,
        l.position < max(l.position) over (partition by lp.bucket, lp.enrollment_id) as moved_on
      from attempt a
      join milepost.lesson_progress lp using (bucket, enrollment_id)
      join milepost.lesson l on l.lesson_id = lp.lesson_id and l.retired_at is null
    )
    select r.lesson_id, count(*) as viewed, count(r.completed_at) as completed,
      count(*) filter (where r.completed_at is null and r.moved_on) as moved_on,
      count(*) filter (where r.completed_at is null and not r.moved_on
        and r.last_viewed_at > ${at} - interval '14 days') as still_active,
      count(*) filter (where r.completed_at is null and not r.moved_on
        and r.last_viewed_at <= ${at} - interval '14 days') as stopped_here,
      percentile_disc(0.5) within group (order by r.seconds)
        filter (where r.seconds > 0) as median_seconds
    from record r
    group by r.lesson_id`,
  timeToComplete: `
    select days, count(*) filter (where outcome = 1) as completed,
      count(*) filter (where outcome = 2) as withdrawn,
      count(*) filter (where outcome = 3) as censored
    from (
      select ceil(extract(epoch from coalesce(e.completed_at, e.withdrawn_at, ${at})
          - e.first_viewed_at) / 86400) as days,
        case when e.completed_at is not null then 1 when e.withdrawn_at is not null then 2
          else 3 end as outcome
      from milepost.enrollment e join milepost.course c using (course_id)
      where ${counted} and e.exempted_at is null and e.first_viewed_at is not null
    ) o
    group by days
    order by days`,
};
