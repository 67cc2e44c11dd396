create or replace function milepost.report_matured(
  p_course_id bigint, p_days integer, p_today integer, p_group_id bigint, p_as_of timestamptz,
  p_now timestamptz
) returns table (matured bigint, completed bigint)
language plpgsql stable as $$
begin
  if p_group_id is not null or p_as_of is not null then
    return query
    select coalesce(sum(f.completed + f.withdrawn + f.censored), 0)::bigint,
      coalesce(sum(f.completed) filter (where f.day <= p_days), 0)::bigint
    from milepost.report_follow_up(
      p_course_id, 'enrolled', p_group_id, p_as_of is not null, p_as_of, p_now) f
    where f.cohort <= p_today - p_days;
    return;
  end if;
  return query
  select
    (select coalesce(sum(c.n), 0)::bigint
     from milepost.report_cells(p_course_id,
       '{withdrawn,completed_on_time,completed_late,going_enrolled}') c
     where c.key_1 <= p_today - p_days),
    (select coalesce(sum(c.n), 0)::bigint
     from milepost.report_cells_from(p_course_id, 'finished_enrolled', 0, p_days) c
     where c.key_2 <= p_today - p_days);
end $$;
comment on function milepost.report_matured(
  bigint, integer, integer, bigint, timestamptz, timestamptz) is
  'How many attempts of a course were enrolled at least so many days before today (in the '
  'tenant''s zone, as a day from 1970), and how many of those were completed within so many days.';
