create or replace function milepost.read_tenant(p_tenant text)
returns table (name text, time_zone text)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return query select t.name, t.time_zone from milepost.tenant t where t.tenant_id = v_tenant_id;
end $$;
comment on function milepost.read_tenant(text) is
  'A tenant''s name and its time zone, in which its days begin and end.';
grant execute on function milepost.read_tenant(text) to milepost_app;
