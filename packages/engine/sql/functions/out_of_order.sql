create or replace function milepost.out_of_order(p_ranks integer[]) returns integer[]
language plpgsql immutable as $$
declare
  v_tails    integer[] := '{}';  -- v_tails[k]: index whose rank ends the best run of length k
  v_previous integer[] := array_fill(0, array[greatest(cardinality(p_ranks), 1)]);
  v_in_order boolean[] := array_fill(false, array[greatest(cardinality(p_ranks), 1)]);
  v_low      integer;
  v_high     integer;
  v_middle   integer;
begin
  for i in 1..cardinality(p_ranks) loop
    v_low := 1;
    v_high := cardinality(v_tails);
    while v_low <= v_high loop
      v_middle := (v_low + v_high) / 2;
      if p_ranks[v_tails[v_middle]] < p_ranks[i] then
        v_low := v_middle + 1;
      else
        v_high := v_middle - 1;
      end if;
    end loop;
    v_previous[i] := case when v_low > 1 then v_tails[v_low - 1] else 0 end;
    v_tails[v_low] := i;
  end loop;
  v_low := case when cardinality(v_tails) > 0 then v_tails[cardinality(v_tails)] else 0 end;
  while v_low > 0 loop
    v_in_order[v_low] := true;
    v_low := v_previous[v_low];
  end loop;
  return array(select i from generate_series(1, cardinality(p_ranks)) i
    where not v_in_order[i] order by i);
end $$;
comment on function milepost.out_of_order(integer[]) is
  'Which places of a permutation have to move for the rest to ascend, as few as can be: those '
  'outside a longest increasing subsequence (patience sorting, n log n). Taking one lesson to '
  'the front moved one lesson, not all of them.';
