create or replace function milepost.append_lesson_changes(
  p_tenant_id integer, p_facts milepost.fact[]
) returns void
language plpgsql as $$
begin
  insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
  select min(s.bucket), p_tenant_id, s.course_id,
    array_agg((s.measure, s.lesson_id, s.key_1, s.key_2, s.n)::milepost.report_change)
  from (
    select min(a.bucket) as bucket, a.course_id, c.measure, c.lesson_id, c.key_1, c.key_2,
      sum(c.n * a.n) as n
    from (
      -- What a lesson record changes depends on this alone: asked once, counted as often as it is.
      select min(d.bucket) as bucket, d.course_id, d.lesson_id, d.unavailable, d.was_viewed,
        d.was_seconds, d.seconds, count(*) as n
      from (
        select g.bucket, g.course_id, g.lesson_id, g.unavailable,
          g.was_viewed_at is not null as was_viewed,
          case when g.was_completed_at is not null then
            milepost.counted_seconds(g.was_completed_at - g.was_viewed_at) end as was_seconds,
          case
            when g.completed_at = least(g.was_viewed_at, g.viewed_at) then 0
            when g.completed_at is not null then
              milepost.counted_seconds(g.completed_at - least(g.was_viewed_at, g.viewed_at))
          end as seconds
        from (
          select f.bucket, f.course_id, f.lesson_id, bool_or(f.unavailable) as unavailable,
            max(f.was_viewed) as was_viewed_at, max(f.was_completed) as was_completed_at,
            min(f.occurred_at) filter (where f.adds_view) as viewed_at,
            coalesce(max(f.was_completed),
              max(f.occurred_at) filter (where f.wins)) as completed_at
          from unnest(p_facts) f
          where f.code is null
          group by f.bucket, f.enrollment_id, f.course_id, f.lesson_id
          having bool_or(f.recorded) and bool_or(f.in_reports)
        ) g
      ) d
      group by d.course_id, d.lesson_id, d.unavailable, d.was_viewed, d.was_seconds, d.seconds
    ) a
    cross join lateral unnest(
      milepost.lesson_changes(a.lesson_id,
        case when a.was_viewed then timestamptz 'epoch' end,
        timestamptz 'epoch' + a.was_seconds * interval '1 second',
        timestamptz 'epoch', timestamptz 'epoch' + a.seconds * interval '1 second')
      || case when a.unavailable then
        array[('lesson_unavailable', a.lesson_id, null, null, -1)::milepost.report_change]
        else '{}' end
    ) c
    group by a.course_id, c.measure, c.lesson_id, c.key_1, c.key_2
    having sum(c.n * a.n) <> 0
  ) s
  group by s.course_id
  order by s.course_id;
end $$;
comment on function milepost.append_lesson_changes(integer, milepost.fact[]) is
  'Notes what the facts of a batch change in the counts of their lessons, one row a course.';
