create or replace function milepost.check_acts(p_attempts jsonb, p_reason text) returns void
language plpgsql as $$
begin
  if jsonb_array_length(p_attempts) > 10000 then
    perform milepost.refuse('batch_too_large');
  end if;
  if coalesce(btrim(p_reason), '') = '' then
    perform milepost.refuse('reason_required');
  end if;
  if length(p_reason) > 500 then
    perform milepost.refuse('text_out_of_range');
  end if;
end $$;
comment on function milepost.check_acts(jsonb, text) is
  'Refuses a batch of acts that is too large, or does not say why.';
