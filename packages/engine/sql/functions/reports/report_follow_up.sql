create or replace function milepost.report_follow_up(
  p_course_id bigint, p_from text, p_group_id bigint, p_at_start boolean, p_as_of timestamptz,
  p_now timestamptz,
  p_enrolled_from timestamptz default null, p_enrolled_before timestamptz default null
) returns table (cohort integer, day integer, completed bigint, withdrawn bigint, censored bigint)
language plpgsql stable as $$
declare
  v_finished constant text := 'finished_' || p_from;
  v_left     constant text := 'left_' || p_from;
begin
  if p_group_id is not null or p_as_of is not null or p_enrolled_from is not null
    or p_enrolled_before is not null or milepost.reports_lag(p_course_id)
  then
    return query
    select * from milepost.follow_up_from_facts(
      p_course_id, p_from, p_group_id, p_at_start, p_as_of, p_now, p_enrolled_from,
      p_enrolled_before);
  elsif p_from in ('week', 'month') then
    return query
    select f.cohort, f.day,
      coalesce(sum(f.n) filter (where f.measure = v_finished), 0)::bigint,
      coalesce(sum(f.n) filter (where f.measure = v_left), 0)::bigint,
      coalesce(sum(f.n) filter (where f.measure = 'going_enrolled'), 0)::bigint
    from (
      select c.measure, c.key_1 as cohort, c.key_2 as day, c.n
      from milepost.report_cells(p_course_id, array[v_finished, v_left]) c
      union all
      select 'going_enrolled', g.cohort, g.days, g.n
      from milepost.report_going(p_course_id, 'going_enrolled', p_from, p_now) g
    ) f
    group by f.cohort, f.day;
  elsif p_from = 'enrolled' then
    return query
    select null::integer, f.day,
      coalesce(sum(f.n) filter (where f.measure = 'finished_since'), 0)::bigint,
      coalesce(sum(f.n) filter (where f.measure = 'left_since'), 0)::bigint,
      coalesce(sum(f.n) filter (where f.measure = 'going_enrolled'), 0)::bigint
    from (
      select c.measure, c.n, c.key_2 as day
      from milepost.report_cells(p_course_id, '{finished_since,left_since}') c
      union all
      select 'going_enrolled', g.n, g.days
      from milepost.report_going(p_course_id, 'going_enrolled', null, p_now) g
    ) f
    group by f.day;
  else
    return query
    select null::integer, f.day,
      coalesce(sum(f.n) filter (where f.measure = 'finished'), 0)::bigint,
      coalesce(sum(f.n) filter (where f.measure = 'left'), 0)::bigint,
      coalesce(sum(f.n) filter (where f.measure = 'going'), 0)::bigint
    from (
      select c.measure, c.n, c.key_2 as day
      from milepost.report_cells(p_course_id, '{finished,left}') c
      union all
      select 'going', g.n, g.days
      from milepost.report_going(p_course_id, 'going', null, p_now) g
    ) f
    group by f.day;
  end if;
end $$;
comment on function milepost.report_follow_up(
  bigint, text, bigint, boolean, timestamptz, timestamptz, timestamptz, timestamptz) is
  'How attempts ended by the days since first access or enrollment: completed or withdrawn on '
  'that day, or still open after so many whole days. p_from is firstAccess, enrolled, or week or '
  'month: from enrollment, by cohort, the first day of that week or month, counted from 1970. What '
  'the incidence curve is made of.';
