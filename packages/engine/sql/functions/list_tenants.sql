create or replace function milepost.list_tenants() returns table (name text, time_zone text)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
begin
  perform set_config('milepost.lists_tenants', 'yes', true);
  return query select t.name, t.time_zone from milepost.tenant t order by t.name collate "C";
  perform set_config('milepost.lists_tenants', '', true);
end $$;
comment on function milepost.list_tenants() is
  'Every tenant, by name. Not for the application role: to it there is one at a time.';
