create or replace function milepost.ended_cells(
  p_finished boolean, p_enrolled integer, p_days integer, p_n integer
) returns milepost.report_change[]
language plpgsql immutable as $$
declare
  v_how constant text := case when p_finished then 'finished_' else 'left_' end;
begin
  return array[
    milepost.cell_of(v_how || 'since', null, p_days, p_n),
    milepost.cell_of(v_how || 'week',
      milepost.period_of(p_enrolled, 'week') - date '1970-01-01', p_days, p_n),
    milepost.cell_of(v_how || 'month',
      milepost.period_of(p_enrolled, 'month') - date '1970-01-01', p_days, p_n)
  ] || case when p_finished then
    milepost.cell_of('finished_enrolled', p_enrolled, p_days, p_n)
  end;
end $$;
comment on function milepost.ended_cells(boolean, integer, integer, integer) is
  'The cells of an attempt that was completed or withdrawn so many days after the day of its '
  'enrollment: of all together, of its week, of its month.';
