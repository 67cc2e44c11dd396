-- Nothing here goes by statistics. They know no row of a tenant that is new or of a table that grew
-- since: for a join planned as of one row, each of 25,000 facts went through all attempts of the
-- tenant (seen: an import that did not end). So a join is a hash, or a look-up by the whole key.
create or replace function milepost.plan_for(p_rows integer, p_reading boolean) returns void
language plpgsql strict as $$
declare
  -- Reading a row in passing takes a tenth of what looking one up does.
  v_hashes constant boolean := p_reading and
    pg_relation_size('milepost.lesson_progress') + pg_relation_size('milepost.enrollment')
      < greatest(p_rows * 1500::bigint, 10000000);
  v_join   constant text := case when v_hashes then 'on' else 'off' end;
begin
  perform
    set_config('plan_cache_mode',
      case when v_hashes then 'force_custom_plan' else 'force_generic_plan' end, true),
    set_config('enable_seqscan', v_join, true),
    set_config('enable_hashjoin', v_join, true),
    set_config('enable_nestloop', case when v_hashes then 'off' else 'on' end, true);
end $$;
comment on function milepost.plan_for(integer, boolean) is
  'How the next statements of merge_events are planned: those that read many rows hashed, while '
  'the tables are not much larger than the chunk, and those that write as pinned. Not the latter '
  'too, since a foreign key''s look-up would be planned anew for each row (60 µs instead of 7). '
  'Changes nothing where p_rows is null. Called inside a function that pins these settings, and '
  'so puts them back.';
