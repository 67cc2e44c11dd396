-- Of the attempt's own columns, not of frontier_lesson_id, which says the same: a row that a caller
-- puts together of what an attempt was has the generated columns of what it is.
create or replace function milepost.frontier_cells(e milepost.enrollment, p_n integer)
returns milepost.report_change[]
language sql immutable as $$
  select case
    when e.furthest_lesson_id is not null and not e.furthest_completed
      and e.exempted_at is null and milepost.counts_in_reports(e)
    then array[
      ('frontier', e.furthest_lesson_id, e.last_viewed_slot / 144, null, p_n),
      ('all_frontier', e.furthest_lesson_id, null, null, p_n)
    ]::milepost.report_change[]
    else '{}'
  end
$$;
comment on function milepost.frontier_cells(milepost.enrollment, integer) is
  'The cells of the lesson that an attempt has come to and not completed.';
