create or replace function milepost.report_on_time(
  p_course_id bigint, p_now timestamptz
) returns table (
  due bigint, due_on_time bigint, original_due bigint, original_on_time bigint
)
language plpgsql stable as $$
declare
  v_hour  constant integer := milepost.hour_of(p_now);
  v_since constant timestamptz := to_timestamp(v_hour * 3600::double precision);
begin
  return query
  with past as (
    select substr(c.measure, 5) as measure, c.key_2 as met, c.n
    from milepost.report_cells(p_course_id, '{all_due,all_original_due}') c
    union all
    select m.measure, c.key_2, -c.n
    from (values ('due'), ('original_due')) m (measure)
    cross join lateral milepost.report_cells_from(
      p_course_id, m.measure, v_hour, 2147483647) c
    union all
    -- Deadlines of the hour that is not over.
    select 'due', coalesce(e.completed_at <= e.due_at, false)::integer, 1
    from milepost.enrollment e
    where e.course_id = p_course_id and e.is_current
      and e.due_order between v_since and p_now
      and e.exempted_at is null and milepost.counts_in_reports(e)
    union all
    select 'original_due', coalesce(e.completed_at <= e.original_due_at, false)::integer, 1
    from milepost.enrollment e
    where e.course_id = p_course_id and e.is_current
      and e.due_order between v_since and p_now
      and e.original_due_at is not distinct from e.due_at
      and e.exempted_at is null and milepost.counts_in_reports(e)
    union all
    select 'original_due', coalesce(e.completed_at <= e.original_due_at, false)::integer, 1
    from milepost.enrollment e
    where e.course_id = p_course_id and e.is_current
      and e.original_due_at between v_since and p_now
      and e.original_due_at is distinct from e.due_at
      and e.exempted_at is null and milepost.counts_in_reports(e)
  )
  select coalesce(sum(p.n) filter (where p.measure = 'due'), 0)::bigint,
    coalesce(sum(p.n) filter (where p.measure = 'due' and p.met = 1), 0)::bigint,
    coalesce(sum(p.n) filter (where p.measure = 'original_due'), 0)::bigint,
    coalesce(sum(p.n) filter (where p.measure = 'original_due' and p.met = 1), 0)::bigint
  from past p;
end $$;
comment on function milepost.report_on_time(bigint, timestamptz) is
  'Of the attempts whose deadline has passed, how many were complete by it: against the deadline '
  'of today, and against the first one. Exempt attempts have none. Out of the summaries.';
