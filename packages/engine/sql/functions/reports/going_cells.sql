-- A binary indexed tree over the hours of a day (Fenwick, "A new data structure for cumulative
-- frequency tables", 1994), hours counted from 1: its node i holds the sum of as many hours up to
-- hour i as the lowest bit of i is worth, and node 32 that of the whole day. An hour is in at most
-- six nodes, and the hours of a day up to any one are the sum of at most four: a report reads those
-- of each day, not all its hours.
create or replace function milepost.going_cells(
  p_measure text, p_from timestamptz, p_zone text, p_n integer
) returns milepost.report_change[]
language plpgsql immutable as $$
declare
  v_hour  constant integer := milepost.hour_begun(p_from);
  v_day   constant integer := v_hour / 24;
  v_local constant integer := milepost.day_in(p_from, p_zone);
  v_node  integer := mod(v_hour, 24) + 1;
  v_cells milepost.report_change[] := '{}';
begin
  while v_node <= 32 loop
    v_cells := v_cells
      || milepost.cell_of(p_measure, v_node + 64 * (v_local - v_day + 1), v_day, p_n);
    v_node := v_node + (v_node & -v_node);
  end loop;
  return v_cells;
end $$;
comment on function milepost.going_cells(text, timestamptz, text, integer) is
  'The cells of an attempt that has been going since an instant, in that hour of the day, the one '
  'begun counted whole. key_1 tells the local day by how far it is from the day in UTC, key_2: a '
  'day before it 0, the same 32, a day after it 64, and with that the node of the tree.';
