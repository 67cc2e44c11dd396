create or replace function milepost.hold_seals(p_tenant text) returns boolean
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  insert into milepost.feed_position (tenant_id) values (v_tenant_id) on conflict do nothing;
  perform from milepost.feed_position f where f.tenant_id = v_tenant_id for update;
  update milepost.feed_position f set seals_held = true
  where f.tenant_id = v_tenant_id and not f.seals_held
    and not exists (select from milepost.seal s where s.tenant_id = v_tenant_id)
    and not exists (
      select from milepost.progress_event pe
      where pe.tenant_id = v_tenant_id and pe.type in ('lesson.completed', 'course.completed'));
  return (
    select f.seals_held from milepost.feed_position f where f.tenant_id = v_tenant_id
  );
end $$;
comment on function milepost.hold_seals(text) is
  'Lets no completion of a tenant be sealed until release_seals: an export that is moved in brings '
  'its seals. False where the tenant has completions of its own, which are sealed in a chain of '
  'its own. Not for the application role.';
