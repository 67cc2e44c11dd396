create or replace function milepost.make_room_for_saved_view(
  p_tenant_id integer, p_view milepost.saved_view
) returns void
language plpgsql
as $$
begin
  -- Of two at once the second waits, and counts what the first saved.
  perform from milepost.tenant t where t.tenant_id = p_tenant_id for no key update;
  if (
    select count(*) from milepost.saved_view v
    where v.tenant_id = p_tenant_id and v.owner = p_view.owner
      and v.view_id is distinct from p_view.view_id
  ) >= 500 or p_view.visibility = 'everyone' and (
    select count(*) from milepost.saved_view v
    where v.tenant_id = p_tenant_id and v.visibility = 'everyone'
      and v.view_id is distinct from p_view.view_id
  ) >= 500 then
    perform milepost.refuse('saved_views_too_many');
  end if;
  if p_view.is_default then
    update milepost.saved_view v set is_default = false
    where v.tenant_id = p_tenant_id and v.owner = p_view.owner and v.page = p_view.page
      and v.is_default and v.view_id is distinct from p_view.view_id;
  end if;
end $$;
comment on function milepost.make_room_for_saved_view(integer, milepost.saved_view) is
  'Before a view is written: refuses one too many, and takes the default from another of the same '
  'owner and page where it is to be this one''s. One without a number is new.';
