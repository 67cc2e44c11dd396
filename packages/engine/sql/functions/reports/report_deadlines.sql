create or replace function milepost.report_deadlines(
  p_tenant text, p_course text, p_group text, p_days integer, p_months integer,
  p_enrolled_from timestamptz default null, p_enrolled_before timestamptz default null,
  p_now timestamptz default null
) returns table (
  as_of timestamptz, ageing bigint[], day date[], due_on_day bigint[], month date[],
  due_in_month bigint[], on_time_in_month bigint[]
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
set jit = off
set max_parallel_workers_per_gather = 0
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := coalesce(p_now, clock_timestamp());
  v_group_id  constant bigint := case when p_group is not null then
    milepost.group_number(v_tenant_id, p_group) end;
  v_course    milepost.course;
  v_zone      text;
  v_today     date;
  v_from      date;
begin
  perform milepost.has_window(p_enrolled_from, p_enrolled_before);
  if p_course is not null then
    v_course := milepost.course_named(v_tenant_id, p_course);
  end if;
  select t.time_zone, (v_now at time zone t.time_zone)::date into v_zone, v_today
  from milepost.tenant t where t.tenant_id = v_tenant_id;
  v_from := date_trunc('month', v_today::timestamp) - make_interval(months => p_months - 1);
  return query
  with open as materialized (
    select * from milepost.open_deadlines(
      v_tenant_id, v_course.course_id, v_group_id, v_zone, p_days, p_enrolled_from,
      p_enrolled_before, v_now)
  ), past as materialized (
    select * from milepost.on_time_by_month(
      v_tenant_id, v_course.course_id, v_group_id, v_zone, v_from, p_enrolled_from,
      p_enrolled_before, v_now)
  )
  select v_now, b.counts, d.days, d.counts, m.months, m.due, m.on_time
  from (
    select array_agg(coalesce(o.n, 0) order by b.band) as counts
    from generate_series(0, 3) b (band)
    left join open o on o.band = b.band
  ) b, (
    select array_agg(v_today + s.day order by s.day) as days,
      array_agg(coalesce(o.n, 0) order by s.day) as counts
    from generate_series(0, p_days - 1) s (day)
    left join open o on o.day = s.day
  ) d, (
    select array_agg(s.month order by s.month) as months,
      array_agg(coalesce(p.due, 0) order by s.month) as due,
      array_agg(coalesce(p.on_time, 0) order by s.month) as on_time
    from (
      select (v_from + make_interval(months => i))::date as month
      from generate_series(0, p_months - 1) i
    ) s
    left join past p on p.month = s.month
  ) m;
end $$;
comment on function milepost.report_deadlines(
  text, text, text, integer, integer, timestamptz, timestamptz, timestamptz) is
  'One row about the deadlines of a course, or of all: open attempts by how long they are overdue '
  '(1 to 7 days, to 30, to 90, more), those that fall due on each of the next p_days, and of the '
  'last p_months how many fell due in each and were on time; days and months in the tenant''s '
  'zone. Of a group, an enrollment window, or both.';
grant execute on function milepost.report_deadlines(
  text, text, text, integer, integer, timestamptz, timestamptz, timestamptz) to milepost_app;
