create or replace function milepost.forget_intake(p_tenant text, p_before timestamptz)
returns bigint
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_forgotten bigint;
begin
  delete from milepost.intake i where i.tenant_id = v_tenant_id and i.hour < p_before;
  get diagnostics v_forgotten = row_count;
  return v_forgotten;
end $$;
comment on function milepost.forget_intake(text, timestamptz) is
  'Forgets the counts of hours that began before an instant; how many.';
grant execute on function milepost.forget_intake(text, timestamptz) to milepost_app;
