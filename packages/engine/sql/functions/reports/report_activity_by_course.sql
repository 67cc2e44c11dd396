create or replace function milepost.report_activity_by_course(
  p_tenant text, p_group text, p_by text, p_periods integer, p_after text, p_limit integer,
  p_enrolled_from timestamptz default null, p_enrolled_before timestamptz default null,
  p_now timestamptz default null
) returns table (
  as_of timestamptz, course text, title text, period date[], enrollments bigint[],
  starts bigint[], completions bigint[]
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
  v_windowed  constant boolean := milepost.has_window(p_enrolled_from, p_enrolled_before);
  v_step      constant interval := ('1 ' || p_by)::interval;
  v_zone      text;
  v_current   date;
  v_first     date;
  v_days      int4range;
begin
  select t.time_zone into v_zone from milepost.tenant t where t.tenant_id = v_tenant_id;
  v_current := milepost.period_of(milepost.day_in(v_now, v_zone), p_by);
  v_first := v_current - p_periods * v_step;
  v_days := int4range(v_first - date '1970-01-01', (v_current + v_step)::date - date '1970-01-01');
  return query
  with page as materialized (
    select c.course_id, c.external_id, c.title from milepost.course c
    where c.tenant_id = v_tenant_id and (p_after is null or c.external_id collate "C" > p_after)
    order by c.external_id collate "C"
    limit p_limit
  ), event as (
    select c.course_id, w.what, k.key_1 as day, k.n
    from milepost.summed_courses(v_tenant_id, null, v_group_id, v_windowed) c
    cross join (values ('enrolled_on'), ('started_on'), ('completed_on')) w (what)
    cross join lateral milepost.report_cells_from(
      c.course_id, w.what, lower(v_days), upper(v_days) - 1) k
    where c.course_id in (select p.course_id from page p)
    union all
    select a.course_id, w.what, w.day, 1
    from milepost.scanned_attempts(
      v_tenant_id, null, v_group_id, true, p_enrolled_from, p_enrolled_before) a
    cross join lateral (values
      ('enrolled_on', milepost.day_in(a.enrolled_at, v_zone)),
      ('started_on', milepost.day_in(a.first_viewed_at, v_zone)),
      ('completed_on', milepost.day_in(a.completed_at, v_zone))
    ) w (what, day)
    where milepost.counts_in_reports(a) and v_days @> w.day
  ), tally as materialized (
    select e.course_id, milepost.period_of(e.day, p_by) as period,
      coalesce(sum(e.n) filter (where e.what = 'enrolled_on'), 0)::bigint as enrollments,
      coalesce(sum(e.n) filter (where e.what = 'started_on'), 0)::bigint as starts,
      coalesce(sum(e.n) filter (where e.what = 'completed_on'), 0)::bigint as completions
    from event e
    group by 1, 2
  )
  select v_now, p.external_id, p.title, array_agg(s.period order by s.period),
    array_agg(coalesce(t.enrollments, 0) order by s.period),
    array_agg(coalesce(t.starts, 0) order by s.period),
    array_agg(coalesce(t.completions, 0) order by s.period)
  from page p
  cross join (
    select (v_first + i * v_step)::date as period from generate_series(0, p_periods) i
  ) s
  left join tally t on t.course_id = p.course_id and t.period = s.period
  group by p.course_id, p.external_id, p.title
  order by p.external_id collate "C";
end $$;
comment on function milepost.report_activity_by_course(
  text, text, text, integer, text, integer, timestamptz, timestamptz, timestamptz) is
  'A row a course, by its id: enrollments, first accesses and completions of the last p_periods '
  'full weeks or months (p_by) of the tenant''s zone and of the one that is running, which is the '
  'last. p_after: the course to go on behind.';
grant execute on function milepost.report_activity_by_course(
  text, text, text, integer, text, integer, timestamptz, timestamptz, timestamptz) to milepost_app;
