create or replace function milepost.put_saved_view(
  p_tenant text, p_owner text, p_view bigint, p_name text, p_page text, p_query text,
  p_visibility text, p_is_default boolean default false, p_now timestamptz default null
) returns table (
  view_id bigint, owner text, name text, page text, query text, visibility text,
  is_default boolean, created_at timestamptz, updated_at timestamptz
)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_view      milepost.saved_view;
begin
  perform milepost.check_saved_view(p_owner, p_name, p_page, p_query);
  -- Before the view: whoever saves another one takes the default of this one under that lock.
  perform from milepost.tenant t where t.tenant_id = v_tenant_id for no key update;
  v_view := milepost.find_saved_view(v_tenant_id, p_owner, p_view);
  v_view.page := p_page;
  v_view.visibility := p_visibility;
  v_view.is_default := p_is_default;
  perform milepost.make_room_for_saved_view(v_tenant_id, v_view);
  return query
  update milepost.saved_view v set
    name = p_name, page = p_page, query = p_query, visibility = p_visibility,
    is_default = p_is_default, updated_at = v_now
  where v.tenant_id = v_tenant_id and v.view_id = p_view
  returning v.view_id, v.owner, v.name, v.page, v.query, v.visibility, v.is_default,
    v.created_at, v.updated_at;
end $$;
comment on function milepost.put_saved_view(
  text, text, bigint, text, text, text, text, boolean, timestamptz) is
  'Replaces all of a view of one''s own but its number and when it was created.';
grant execute on function milepost.put_saved_view(
  text, text, bigint, text, text, text, text, boolean, timestamptz) to milepost_app;
