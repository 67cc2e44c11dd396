create or replace function milepost.report_cohort_states(
  p_course_id bigint, p_group_id bigint, p_scans boolean, p_zone text
) returns table (
  day integer, exempt bigint, withdrawn bigint, completed bigint, in_progress bigint,
  not_started bigint
)
language sql stable as $$
  select c.key_1, coalesce(sum(c.n) filter (where c.measure = 'exempt'), 0)::bigint,
    coalesce(sum(c.n) filter (where c.measure = 'withdrawn'), 0)::bigint,
    coalesce(sum(c.n)
      filter (where c.measure in ('completed_on_time', 'completed_late')), 0)::bigint,
    (coalesce(sum(c.n) filter (where c.measure = 'enrolled_on'), 0)
      - coalesce(sum(c.n) filter (where c.measure <> 'enrolled_on'), 0))::bigint,
    coalesce(sum(c.n) filter (where c.measure = 'waiting'), 0)::bigint
  from milepost.report_cells(p_course_id,
    '{enrolled_on,exempt,withdrawn,completed_on_time,completed_late,waiting}') c
  where not p_scans
  group by c.key_1
  union all
  select milepost.day_in(a.enrolled_at, p_zone), count(a.exempted_at),
    count(*) filter (where a.exempted_at is null and a.withdrawn_at is not null),
    count(*) filter (where coalesce(a.exempted_at, a.withdrawn_at) is null
      and a.completed_at is not null),
    count(*) filter (where coalesce(a.exempted_at, a.withdrawn_at, a.completed_at) is null
      and a.first_viewed_at is not null),
    count(*) filter (where coalesce(a.exempted_at, a.withdrawn_at, a.completed_at) is null
      and a.first_viewed_at is null)
  from milepost.report_attempts(p_course_id, p_group_id, true, null, null) a
  where p_scans
  group by milepost.day_in(a.enrolled_at, p_zone)
$$;
comment on function milepost.report_cohort_states(bigint, bigint, boolean, text) is
  'The states of a course''s attempts by day of enrollment, in the tenant''s zone; p_scans: out of '
  'the attempts, as for a group.';
