create or replace function milepost.lesson_cells(e milepost.enrollment, p_n integer)
returns milepost.report_change[]
language plpgsql stable as $$
begin
  return milepost.unavailable_cells(e, p_n) || array(
    select (c.measure, c.lesson_id, c.key_1, c.key_2, c.n * p_n)::milepost.report_change
    from milepost.lesson_progress lp
    cross join lateral unnest(milepost.lesson_changes(
      lp.lesson_id, null, null, lp.first_viewed_at, lp.completed_at)) c
    where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id);
end $$;
comment on function milepost.lesson_cells(milepost.enrollment, integer) is
  'The report cells that the single lessons of an attempt are counted in.';
