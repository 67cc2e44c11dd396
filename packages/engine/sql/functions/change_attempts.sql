create or replace function milepost.change_attempts(
  p_facts milepost.fact[], p_source text, p_actor text
) returns void
language plpgsql as $$
begin
  with wanted as (
    select f.bucket, f.enrollment_id, f.course_id, max(f.outline_version) as outline_version,
      count(*) filter (where f.wins and f.counts)::integer as newly,
      min(f.occurred_at) as first_view,
      max(f.occurred_at) as last_view,
      (array_agg(f.lesson_id order by f.occurred_at desc, f.ord desc))[1] as last_lesson,
      max(f.place) as place,
      (array_agg(f.lesson_id order by f.place desc nulls last))[1] as furthest_lesson,
      -- Of the last place alone: whichever fact of it says so, it is complete now.
      max(f.place * 2 + (f.wins or f.was_completed is not null)::integer) % 2 = 1
        as furthest_completed
    from unnest(p_facts) f
    where f.recorded
    group by f.bucket, f.enrollment_id, f.course_id
  ), before as materialized (
    select w.*, c.required_version, e.attempt, e.ctid_now,
      coalesce(w.place >= n.position, w.place is not null) as moves_on,
      n.position is not null as stays
    from wanted w
    cross join lateral (
      select c.required_version from milepost.course c
      where c.course_id = w.course_id
      offset 0
    ) c
    cross join lateral (
      select e as attempt, e.ctid as ctid_now from milepost.enrollment e
      where e.bucket = w.bucket and e.enrollment_id = w.enrollment_id
      offset 0
    ) e
    left join lateral (
      select l.position from milepost.lesson l
      where l.lesson_id = (e.attempt).furthest_lesson_id and l.retired_at is null
      offset 0
    ) n on true
  ), changed as (
    update milepost.enrollment e set
      completed_lessons = e.completed_lessons + b.newly,
      first_viewed_at = least(e.first_viewed_at, b.first_view),
      last_viewed_at = greatest(e.last_viewed_at, b.last_view),
      last_viewed_lesson_id = case
        when e.last_viewed_at is null or b.last_view >= e.last_viewed_at then b.last_lesson
        else e.last_viewed_lesson_id
      end,
      furthest_lesson_id = case
        when b.moves_on then b.furthest_lesson
        when b.stays then e.furthest_lesson_id
      end,
      furthest_completed = case
        when b.moves_on then b.furthest_completed
        else b.stays and e.furthest_completed
      end,
      completed_at = case
        when b.newly > 0 and e.completed_lessons + b.newly = e.total_lessons
          then milepost.last_completion(
            e.bucket, e.enrollment_id, e.tenant_id, e.course_id, e.counted_version)
        else e.completed_at
      end,
      completed_outline_version = case
        when b.newly > 0 and e.completed_lessons + b.newly = e.total_lessons
          then case
            when e.counted_version = b.required_version then b.outline_version
            else e.counted_version
          end
        else e.completed_outline_version
      end
    from before b
    -- By its place, which stands while we hold the lock: a look-up by key may be turned round, and
    -- go through all attempts for one (5 s instead of 60 ms, planned while the table was empty).
    where e.ctid = b.ctid_now
    returning e as attempt, b.attempt as before, b.newly
  ), counted as (
    insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
    select min(s.bucket), s.tenant_id, s.course_id,
      array_agg((s.measure, s.lesson_id, s.key_1, s.key_2, s.n)::milepost.report_change)
    from (
      select min((c.attempt).bucket) as bucket, (c.attempt).tenant_id, (c.attempt).course_id,
        d.measure, d.lesson_id, d.key_1, d.key_2, sum(d.n) as n
      from changed c
      cross join lateral unnest(milepost.attempt_changes(c.before, c.attempt)) d
      group by (c.attempt).tenant_id, (c.attempt).course_id, d.measure, d.lesson_id, d.key_1,
        d.key_2
      having sum(d.n) <> 0
    ) s
    group by s.tenant_id, s.course_id
  )
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, outline_version, occurred_at,
    received_at, source, actor
  )
  select (c.attempt).bucket, (c.attempt).tenant_id, 'course.completed', (c.attempt).learner_id,
    (c.attempt).course_id, (c.attempt).enrollment_id, (c.attempt).completed_outline_version,
    (c.attempt).completed_at, milepost.last_receipt((c.attempt).bucket, (c.attempt).enrollment_id,
      (c.attempt).tenant_id, (c.attempt).course_id, (c.attempt).counted_version),
    p_source, p_actor
  from changed c
  where c.newly > 0 and (c.attempt).completed_lessons = (c.attempt).total_lessons
  order by (c.attempt).bucket, (c.attempt).enrollment_id;
end $$;
comment on function milepost.change_attempts(milepost.fact[], text, text) is
  'Adds to the course progress of the locked attempts of a batch what it recorded for each: how '
  'many required lessons are newly complete, the span of the views, how far it has come. With the '
  'last of them an attempt is complete.';
