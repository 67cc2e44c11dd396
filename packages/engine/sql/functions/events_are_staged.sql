create or replace function milepost.events_are_staged() returns boolean
language plpgsql stable as $$
begin
  return exists (
    select from pg_catalog.pg_class c
    where c.relnamespace = pg_my_temp_schema() and c.relname = 'staged_event'
      and c.relkind = 'r' and c.relowner = 'milepost_owner'::regrole
  );
end $$;
comment on function milepost.events_are_staged() is
  'Whether pg_temp.staged_event is the table that stage_events makes: a caller can name a view or '
  'a table of their own so, but not give it our owner.';
