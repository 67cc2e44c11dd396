create or replace function milepost.append_lesson_changes(
  p_tenant_id integer, p_facts milepost.fact[]
) returns void
language plpgsql as $$
begin
  insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
  select g.bucket, p_tenant_id, g.course_id, array_agg(
    (c.measure, c.lesson_id, c.key_1, c.key_2, c.n)::milepost.report_change)
  from (
    select f.bucket, f.enrollment_id, f.course_id, f.lesson_id,
      min(f.occurred_at) filter (where f.adds_view) as first_viewed_at,
      max(f.occurred_at) filter (where f.wins) as completed_at
    from unnest(p_facts) f
    where f.code is null
    group by f.bucket, f.enrollment_id, f.course_id, f.lesson_id
    having bool_or(f.recorded)
    offset 0
  ) g
  cross join lateral (
    select e as attempt from milepost.enrollment e
    where e.bucket = g.bucket and e.enrollment_id = g.enrollment_id
    offset 0
  ) e
  cross join lateral (
    select l.published_at from milepost.lesson l where l.lesson_id = g.lesson_id
    offset 0
  ) l
  left join lateral (
    select lp.* from milepost.lesson_progress lp
    where lp.bucket = g.bucket and lp.enrollment_id = g.enrollment_id
      and lp.lesson_id = g.lesson_id
    offset 0
  ) lp on true
  cross join lateral unnest(
    milepost.lesson_changes(g.lesson_id, lp.first_viewed_at, lp.completed_at,
      least(lp.first_viewed_at, g.first_viewed_at), coalesce(lp.completed_at, g.completed_at))
    || case when lp.lesson_id is null and l.published_at > milepost.ended_at(e.attempt) then
      array[('lesson_unavailable', g.lesson_id, null, null, -1)::milepost.report_change]
      else '{}' end
  ) c
  where (e.attempt).exempted_at is null and milepost.counts_in_reports(e.attempt)
  group by g.bucket, g.course_id
  order by g.bucket, g.course_id;
end $$;
comment on function milepost.append_lesson_changes(integer, milepost.fact[]) is
  'Notes what the facts of a batch change in the counts of their lessons. Before the lesson '
  'records are written, which it reads, and after their attempts are locked.';
