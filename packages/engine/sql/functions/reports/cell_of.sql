create or replace function milepost.cell_of(
  p_measure text, p_key_1 integer, p_key_2 integer, p_n integer
) returns milepost.report_change
language sql immutable as $$
  select (p_measure, null, p_key_1, p_key_2, p_n)::milepost.report_change
$$;
comment on function milepost.cell_of(text, integer, integer, integer) is
  'A change by p_n of the cell of these keys, of no single lesson.';
