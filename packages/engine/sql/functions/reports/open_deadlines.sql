-- Whole hours out of the counts. Where it takes more than the hour to tell, the attempts of that
-- hour are looked up: days overdue go by the zone of each deadline, and differ from days of 24
-- hours by one and by what clocks were set, a day at most; a local day may begin within an hour;
-- and of this hour a part is over.
create or replace function milepost.open_deadlines(
  p_tenant_id integer, p_course_id bigint, p_group_id bigint, p_zone text, p_days integer,
  p_enrolled_from timestamptz, p_enrolled_before timestamptz, p_now timestamptz
) returns table (band integer, day integer, n bigint)
language plpgsql stable
set plan_cache_mode = force_custom_plan
as $$
declare
  v_bands constant integer[] := '{8,31,91}';
  v_today constant integer := milepost.day_in(p_now, p_zone);
  v_last  constant integer := milepost.hour_of(p_now) + (p_days + 2) * 24;
begin
  return query
  with hour as materialized (
    select h.course_id, h.n, h.begins, h.is_over or h.is_ahead as is_whole,
      case when h.is_over then
        milepost.days_overdue(h.begins + interval '1 hour', null, p_now) - 2 end as least,
      case when h.is_over then milepost.days_overdue(h.begins, null, p_now) + 1 end as most,
      case when h.is_ahead then milepost.day_in(h.begins, p_zone) end as day,
      case when h.is_ahead then milepost.day_in(
        h.begins + interval '1 hour' - interval '1 microsecond', p_zone) end as until
    from (
      select c.course_id, to_timestamp(o.key_1 * 3600::double precision) as begins,
        o.key_1 < milepost.hour_of(p_now) as is_over, o.key_1 > milepost.hour_of(p_now) as is_ahead,
        sum(o.n)::bigint as n
      from milepost.summed_courses(p_tenant_id, p_course_id, p_group_id,
        p_enrolled_from is not null or p_enrolled_before is not null) c
      cross join lateral milepost.report_cells_from(
        c.course_id, 'open_due', -2147483648, v_last) o
      where o.key_1 is not null
      group by c.course_id, o.key_1
      having sum(o.n) > 0
    ) h
  ), sure as (
    select h.*, coalesce(h.is_whole and h.day is not distinct from h.until
      and width_bucket(h.least, v_bands) is not distinct from width_bucket(h.most, v_bands), false)
      as is_sure
    from hour h
  ), attempt as (
    select e.due_at, e.due_time_zone
    from sure h
    cross join lateral (
      select e.* from milepost.enrollment e
      where e.course_id = h.course_id and e.is_current
        and e.due_order >= h.begins and e.due_order < h.begins + interval '1 hour'
        and e.completed_at is null and e.withdrawn_at is null and e.exempted_at is null
      offset 0
    ) e
    where not h.is_sure
    union all
    select a.due_at, a.due_time_zone
    from milepost.scanned_attempts(
      p_tenant_id, p_course_id, p_group_id, false, p_enrolled_from, p_enrolled_before) a
    where a.completed_at is null and a.withdrawn_at is null and a.exempted_at is null
      and a.due_at is not null
  ), deadline as (
    select width_bucket(h.least, v_bands) as band, h.day, h.n from sure h where h.is_sure
    union all
    select case when a.due_at < p_now then width_bucket(
        milepost.days_overdue(a.due_at, a.due_time_zone, p_now), v_bands) end,
      case when a.due_at >= p_now then milepost.day_in(a.due_at, p_zone) end, 1
    from attempt a
  )
  select d.band, d.day - v_today, sum(d.n)::bigint
  from deadline d
  where d.band is not null or d.day < v_today + p_days
  group by 1, 2;
end $$;
comment on function milepost.open_deadlines(
  integer, bigint, bigint, text, integer, timestamptz, timestamptz, timestamptz) is
  'How many open attempts are overdue by 1 to 7, 8 to 30, 31 to 90 and more days (band 0 to 3), '
  'and how many fall due on each of the next p_days in the tenant''s zone (day 0 is what is left '
  'of today).';
