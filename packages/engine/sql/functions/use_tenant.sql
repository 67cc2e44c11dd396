create or replace function milepost.use_tenant(tenant text) returns void
language sql security definer
set search_path = milepost, pg_temp
as $$ select milepost.enter(tenant) $$;
comment on function milepost.use_tenant(text) is
  'Names the tenant whose rows the views show, for the rest of this transaction.';
grant execute on function milepost.use_tenant(text) to milepost_app;
