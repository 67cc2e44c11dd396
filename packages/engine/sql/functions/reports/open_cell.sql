create or replace function milepost.open_cell(e milepost.enrollment, p_n integer)
returns milepost.report_change
language sql immutable as $$
  select milepost.cell_of('open',
    case when e.last_viewed_at is not null then e.last_viewed_slot / 144 end,
    milepost.hour_of(e.due_at), p_n)
$$;
comment on function milepost.open_cell(milepost.enrollment, integer) is
  'The cell of an open attempt that tells, at any later instant, whether it is active.';
