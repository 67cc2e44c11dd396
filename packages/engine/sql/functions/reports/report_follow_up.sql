create or replace function milepost.report_follow_up(
  p_course_id bigint, p_from text, p_group_id bigint, p_at_start boolean, p_as_of timestamptz,
  p_now timestamptz
) returns table (cohort integer, day integer, completed bigint, withdrawn bigint, censored bigint)
language plpgsql stable as $$
declare
  v_hour constant integer := milepost.hour_begun(coalesce(p_as_of, p_now));
  v_zone text;
begin
  if p_group_id is not null or p_as_of is not null then
    select t.time_zone into v_zone from milepost.tenant t
    where t.tenant_id = milepost.current_tenant_id();
    return query
    select f.cohort, f.day, count(*) filter (where f.outcome = 'finished'),
      count(*) filter (where f.outcome = 'left'), count(*) filter (where f.outcome = 'going')
    from (
      select milepost.day_in(a.enrolled_at, v_zone) as cohort, o.outcome,
        case o.outcome
          when 'finished' then milepost.days_taken(o.origin, a.completed_at)
          when 'left' then milepost.days_taken(o.origin, a.withdrawn_at)
          else greatest(0, v_hour - milepost.hour_begun(o.origin)) / 24
        end as day
      from milepost.report_attempts(p_course_id, p_group_id, p_at_start, p_as_of) a
      cross join lateral (
        select case p_from when 'firstAccess' then a.first_viewed_at else a.enrolled_at end
            as origin,
          case
            when a.completed_at <= coalesce(a.withdrawn_at, 'infinity') then 'finished'
            when a.withdrawn_at is not null then 'left'
            else 'going'
          end as outcome
      ) o
      where a.exempted_at is null and o.origin is not null
    ) f
    group by f.cohort, f.day;
  elsif p_from in ('week', 'month') then
    return query
    select f.cohort, f.day, coalesce(sum(f.n) filter (where f.outcome = 'finished'), 0)::bigint,
      coalesce(sum(f.n) filter (where f.outcome = 'left'), 0)::bigint,
      coalesce(sum(f.n) filter (where f.outcome = 'going'), 0)::bigint
    from (
      select case c.measure when 'going_enrolled'
          then milepost.period_of(c.key_1, p_from) - date '1970-01-01' else c.key_1 end as cohort,
        split_part(c.measure, '_', 1) as outcome, c.n,
        case c.measure when 'going_enrolled'
          then greatest(0, v_hour - c.key_2) / 24 else c.key_2 end as day
      from milepost.report_cells(p_course_id,
        array['finished_' || p_from, 'left_' || p_from, 'going_enrolled']) c
    ) f
    group by f.cohort, f.day;
  elsif p_from = 'enrolled' then
    return query
    select null::integer, f.day,
      coalesce(sum(f.n) filter (where f.measure = 'finished_since'), 0)::bigint,
      coalesce(sum(f.n) filter (where f.measure = 'left_since'), 0)::bigint,
      coalesce(sum(f.n) filter (where f.measure = 'going_enrolled'), 0)::bigint
    from (
      select c.measure, c.n, case c.measure
        when 'going_enrolled' then greatest(0, v_hour - c.key_2) / 24 else c.key_2 end as day
      from milepost.report_cells(p_course_id, '{finished_since,left_since,going_enrolled}') c
    ) f
    group by f.day;
  else
    return query
    select null::integer, f.day,
      coalesce(sum(f.n) filter (where f.measure = 'finished'), 0)::bigint,
      coalesce(sum(f.n) filter (where f.measure = 'left'), 0)::bigint,
      coalesce(sum(f.n) filter (where f.measure = 'going'), 0)::bigint
    from (
      select c.measure, c.n, case c.measure
        when 'going' then greatest(0, v_hour - c.key_1) / 24 else c.key_2 end as day
      from milepost.report_cells(p_course_id, '{finished,left,going}') c
    ) f
    group by f.day;
  end if;
end $$;
comment on function milepost.report_follow_up(
  bigint, text, bigint, boolean, timestamptz, timestamptz) is
  'How attempts ended by the days since first access or enrollment: completed or withdrawn on '
  'that day, or still open after so many whole days. p_from is firstAccess, enrolled, or week or '
  'month: from enrollment, by cohort. cohort is a day in that week or month, counted from 1970. '
  'What the incidence curve is made of.';
