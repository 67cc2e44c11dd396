create or replace function milepost.due_soon(
  p_tenant_id integer, p_group_id bigint, p_days integer, p_enrolled_from timestamptz,
  p_enrolled_before timestamptz, p_now timestamptz
) returns table (attempts bigint, at_risk bigint)
language plpgsql stable
set plan_cache_mode = force_custom_plan
as $$
declare
  v_recounting constant boolean := exists (select from milepost.recount);
  v_before     constant timestamptz := p_now + make_interval(days => p_days);
begin
  return query
  with attempt as (
    select (a.n).*
    from (
      select case when v_recounting then milepost.caught_up(e) else e end as n
      from milepost.enrollment e
      where p_group_id is null and e.tenant_id = p_tenant_id and e.is_current
        and e.completed_at is null and e.withdrawn_at is null and e.exempted_at is null
        and e.due_at is not null and e.due_at >= p_now and e.due_at < v_before
      offset 0
    ) a
    union all
    select a.* from milepost.group_attempts(p_group_id, false) a
    where p_group_id is not null and a.due_at >= p_now and a.due_at < v_before
  ), due as materialized (
    select a.course_id, a.total_lessons - a.completed_lessons as lessons,
      a.first_viewed_at is null as is_waiting,
      floor(extract(epoch from a.due_at - p_now))::bigint as seconds_left
    from attempt a
    where a.completed_at is null and a.withdrawn_at is null and a.exempted_at is null
      and milepost.enrolled_within(a.enrolled_at, p_enrolled_from, p_enrolled_before)
  ), pace as materialized (
    select c.course_id, milepost.course_pace(c.course_id, c.total_lessons) as seconds
    from milepost.course c
    where c.course_id in (select d.course_id from due d where not d.is_waiting)
  )
  select count(*), count(*) filter (
    where d.is_waiting or coalesce(d.lessons * p.seconds > d.seconds_left, false))
  from due d
  left join pace p on p.course_id = d.course_id;
end $$;
comment on function milepost.due_soon(
  integer, bigint, integer, timestamptz, timestamptz, timestamptz) is
  'How many attempts are due within so many days, and how many of them are at risk: by the '
  'arithmetic of report_due_next.';
