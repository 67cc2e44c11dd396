create or replace function milepost.create_tenant(
  p_tenant text, p_time_zone text default 'UTC', p_now timestamptz default null
) returns void
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
begin
  if p_tenant !~ '^[a-z0-9][a-z0-9_-]{0,62}$' then
    perform milepost.refuse('id_out_of_range');
  end if;
  perform milepost.known_time_zone(p_time_zone);
  perform set_config('milepost.tenant_name', p_tenant, true);
  insert into milepost.tenant (tenant_id, name, time_zone, created_at)
  values (
    nextval('milepost.tenant_number'), p_tenant, p_time_zone,
    milepost.instant(coalesce(p_now, clock_timestamp()))
  )
  on conflict (name) do nothing;
  if not found then
    perform milepost.refuse('tenant_exists');
  end if;
end $$;
comment on function milepost.create_tenant(text, text, timestamptz) is
  'Opens a tenant. Not for the application role: a tenant is made by whoever runs the migrations.';
