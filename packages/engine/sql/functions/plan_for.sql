create or replace function milepost.plan_for(p_many boolean) returns void
language plpgsql as $$
begin
  if p_many then
    perform set_config('plan_cache_mode', 'force_custom_plan', true),
      set_config('enable_seqscan', 'on', true), set_config('enable_hashjoin', 'on', true),
      set_config('enable_mergejoin', 'on', true);
  else
    perform set_config('plan_cache_mode', 'force_generic_plan', true),
      set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true);
  end if;
end $$;
comment on function milepost.plan_for(boolean) is
  'How the next statements are planned, inside a function that pins the same settings and so puts '
  'them back: for many rows anew and by the sizes of today, for few as pinned. Never for many '
  'where a foreign key is checked: its look-up would be planned anew for each row (60 µs, not 7).';
