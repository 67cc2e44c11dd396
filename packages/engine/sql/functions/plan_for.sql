create or replace function milepost.plan_for(p_many boolean, p_reading boolean) returns void
language plpgsql as $$
begin
  if not p_many then
    return;
  elsif p_reading then
    perform set_config('plan_cache_mode', 'force_custom_plan', true),
      set_config('enable_seqscan', 'on', true), set_config('enable_hashjoin', 'on', true),
      set_config('enable_mergejoin', 'on', true);
  else
    perform set_config('plan_cache_mode', 'force_generic_plan', true),
      set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true);
  end if;
end $$;
comment on function milepost.plan_for(boolean, boolean) is
  'How the next statements of merge_events are planned: those that read many rows anew and by the '
  'sizes of today, those that write as pinned. Not the latter too, since a foreign key''s look-up '
  'would be planned anew for each row (60 µs instead of 7). No change for few rows. Called inside '
  'a function that pins these settings, and so puts them back.';
