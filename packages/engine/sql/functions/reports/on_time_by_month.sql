create or replace function milepost.on_time_by_month(
  p_tenant_id integer, p_course_id bigint, p_group_id bigint, p_zone text, p_from date,
  p_enrolled_from timestamptz, p_enrolled_before timestamptz, p_now timestamptz
) returns table (month date, due bigint, on_time bigint)
language plpgsql stable
set plan_cache_mode = force_custom_plan
as $$
declare
  v_from constant timestamptz := p_from::timestamp at time zone p_zone;
begin
  -- Of hours that a month begins in, and of the one that is not over, the attempts are looked up.
  return query
  with hour as materialized (
    select h.*, h.key_1 < milepost.hour_of(p_now) and h.month = milepost.period_of(
      milepost.day_in(h.begins + interval '1 hour' - interval '1 microsecond', p_zone), 'month')
      as is_sure
    from (
      select c.course_id, o.key_1, b.begins,
        milepost.period_of(milepost.day_in(b.begins, p_zone), 'month') as month,
        sum(o.n)::bigint as due, coalesce(sum(o.n) filter (where o.key_2 = 1), 0)::bigint as met
      from milepost.summed_courses(p_tenant_id, p_course_id, p_group_id,
        p_enrolled_from is not null or p_enrolled_before is not null) c
      cross join lateral milepost.report_cells_from(
        c.course_id, 'due', milepost.hour_of(v_from), milepost.hour_of(p_now)) o
      cross join lateral (
        select to_timestamp(o.key_1 * 3600::double precision) as begins
      ) b
      where o.key_1 is not null
      group by c.course_id, o.key_1, b.begins
      having sum(o.n) > 0
    ) h
  ), attempt as (
    select e.due_at, e.completed_at
    from hour h
    cross join lateral (
      select e.* from milepost.enrollment e
      where e.course_id = h.course_id and e.is_current
        and e.due_order >= h.begins and e.due_order < h.begins + interval '1 hour'
        and e.exempted_at is null and milepost.counts_in_reports(e)
      offset 0
    ) e
    where not h.is_sure
    union all
    select a.due_at, a.completed_at
    from milepost.scanned_attempts(
      p_tenant_id, p_course_id, p_group_id, false, p_enrolled_from, p_enrolled_before) a
    where a.exempted_at is null and milepost.counts_in_reports(a)
  ), fallen as (
    select h.month, h.due, h.met from hour h where h.is_sure
    union all
    select milepost.period_of(milepost.day_in(a.due_at, p_zone), 'month'), 1,
      coalesce(a.completed_at <= a.due_at, false)::integer
    from attempt a
    where a.due_at <= p_now
  )
  select f.month, sum(f.due)::bigint, sum(f.met)::bigint
  from fallen f
  where f.month >= p_from
  group by f.month;
end $$;
comment on function milepost.on_time_by_month(
  integer, bigint, bigint, text, date, timestamptz, timestamptz, timestamptz) is
  'Of the attempts that fell due in each month of the tenant''s zone since p_from, the first of '
  'one, how many were complete by then: report_on_time by month.';
