create or replace function milepost.enter(p_tenant text) returns integer
language plpgsql as $$
declare
  v_tenant_id integer;
begin
  perform set_config('milepost.tenant_name', p_tenant, true);
  select t.tenant_id into v_tenant_id from milepost.tenant t where t.name = p_tenant;
  if not found then
    perform milepost.refuse('tenant_not_found');
  end if;
  perform set_config('milepost.tenant_name', '', true);
  perform set_config('milepost.tenant_id', v_tenant_id::text, true);
  return v_tenant_id;
end $$;
comment on function milepost.enter(text) is
  'Lets row-level security see one tenant for the rest of this transaction. By set_config and '
  'not by a `set` clause on each function: that one asks for a privilege only a superuser can '
  'grant.';
