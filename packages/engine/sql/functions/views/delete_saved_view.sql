create or replace function milepost.delete_saved_view(
  p_tenant text, p_owner text, p_view bigint
) returns bigint
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  perform milepost.find_saved_view(v_tenant_id, p_owner, p_view);
  delete from milepost.saved_view v where v.tenant_id = v_tenant_id and v.view_id = p_view;
  return p_view;
end $$;
comment on function milepost.delete_saved_view(text, text, bigint) is
  'Deletes a view of one''s own: its number.';
grant execute on function milepost.delete_saved_view(text, text, bigint) to milepost_app;
