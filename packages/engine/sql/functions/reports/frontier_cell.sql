create or replace function milepost.frontier_cell(e milepost.enrollment, p_n integer)
returns milepost.report_change
language sql immutable as $$
  select case
    when e.furthest_lesson_id is not null and not e.furthest_completed
      and e.exempted_at is null and milepost.counts_in_reports(e)
    then ('frontier', e.furthest_lesson_id, e.last_viewed_day - date '1970-01-01', null,
      p_n)::milepost.report_change
  end
$$;
comment on function milepost.frontier_cell(milepost.enrollment, integer) is
  'The cell of the lesson that an attempt has come to and not completed; null where there is none.';
