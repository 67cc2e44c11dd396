-- A tenant never sees or touches another's row, whatever the query. Forced, so that it binds the
-- owner too, and with it every function and view, which run as the owner.

create function milepost.current_tenant_id() returns integer
language sql stable parallel safe
as $$ select nullif(current_setting('milepost.tenant_id', true), '')::integer $$;
comment on function milepost.current_tenant_id() is
  'The tenant this transaction works for; null, and so no row at all, until one is entered. '
  'A setting once set in a transaction reads as an empty string after it, hence nullif.';
-- Whoever reads a view calls the policy's function as themselves, though the tables are read as the
-- owner: without this no view can be read.
grant execute on function milepost.current_tenant_id() to milepost_app;

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'course', 'lesson', 'outline_change', 'learner', 'enrollment', 'lesson_progress',
    'progress_event', 'event_receipt', 'api_key', 'idempotent_answer'
  ] loop
    execute format('alter table milepost.%I enable row level security', v_table);
    execute format('alter table milepost.%I force row level security', v_table);
    execute format(
      'create policy %I on milepost.%I using (tenant_id = milepost.current_tenant_id())',
      v_table || '_of_current_tenant', v_table
    );
  end loop;
end $$;

-- A tenant is found by its name before its id is known: naming it is what entering it takes.
alter table milepost.tenant enable row level security;
alter table milepost.tenant force row level security;
create policy tenant_named_or_current on milepost.tenant using (
  tenant_id = milepost.current_tenant_id()
  or name = nullif(current_setting('milepost.tenant_name', true), '')
);

-- A key is found by its hash before its tenant is known: whoever has the hash has the key.
create policy api_key_presented on milepost.api_key for select using (
  key_hash = decode(nullif(current_setting('milepost.presented_key', true), ''), 'hex')
);
