create or replace function milepost.begun_cells(e milepost.enrollment, p_zone text)
returns milepost.report_change[]
language sql immutable as $$
  select array[
    milepost.cell_of('waiting', milepost.day_in(e.enrolled_at, p_zone), null, -1),
    milepost.cell_of('started_on', milepost.day_in(e.first_viewed_at, p_zone), null, 1)
  ] || milepost.going_cells('going', e.first_viewed_at, p_zone, 1)
$$;
comment on function milepost.begun_cells(milepost.enrollment, text) is
  'What an open attempt adds to attempt_cells with its first view.';
