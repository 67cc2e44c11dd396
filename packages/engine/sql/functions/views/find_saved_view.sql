create or replace function milepost.find_saved_view(
  p_tenant_id integer, p_owner text, p_view bigint
) returns milepost.saved_view
language plpgsql
as $$
declare
  v_view milepost.saved_view;
begin
  select v.* into v_view from milepost.saved_view v
  where v.tenant_id = p_tenant_id and v.view_id = p_view
    and (v.owner = p_owner or v.visibility = 'everyone')
  for update;
  if not found then
    perform milepost.refuse('saved_view_not_found');
  end if;
  if v_view.owner is distinct from p_owner then
    perform milepost.refuse('saved_view_of_another');
  end if;
  return v_view;
end $$;
comment on function milepost.find_saved_view(integer, text, bigint) is
  'A view of one''s own by its number, locked; or the refusal: there is none, or it is another''s. '
  'What another keeps to themselves is not there.';
