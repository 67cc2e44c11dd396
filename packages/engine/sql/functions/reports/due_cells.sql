create or replace function milepost.due_cells(
  p_measure text, p_due_at timestamptz, p_completed_at timestamptz, p_n integer
) returns milepost.report_change[]
language sql immutable as $$
  select case when p_due_at is null then '{}' else array[
    milepost.cell_of(p_measure, milepost.hour_of(p_due_at),
      coalesce(p_completed_at <= p_due_at, false)::integer, p_n),
    milepost.cell_of('all_' || p_measure, null,
      coalesce(p_completed_at <= p_due_at, false)::integer, p_n)
  ] end
$$;
comment on function milepost.due_cells(text, timestamptz, timestamptz, integer) is
  'The cells of a deadline, current or original, met or not.';
