create or replace function milepost.going_nodes(p_hour integer) returns integer[]
language plpgsql immutable as $$
declare
  v_node  integer := mod(p_hour, 24) + 1;
  v_nodes integer[] := '{}';
begin
  while v_node > 0 loop
    v_nodes := v_nodes || v_node;
    v_node := v_node & (v_node - 1);
  end loop;
  return v_nodes;
end $$;
comment on function milepost.going_nodes(integer) is
  'The nodes of going_cells whose sum is that of the hours of a day up to the hour of the day of '
  'this one.';
