create or replace function milepost.counted_seconds(p_taken interval) returns bigint
language plpgsql immutable strict as $$
declare
  v_seconds constant bigint := floor(extract(epoch from p_taken));
begin
  return case when v_seconds >= 10000 then milepost.duration_digits(v_seconds, 4)
    else v_seconds end;
end $$;
comment on function milepost.counted_seconds(interval) is
  'Whole seconds as finely as duration_cells tells them apart: to four digits.';
