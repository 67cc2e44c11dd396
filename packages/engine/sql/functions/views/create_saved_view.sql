create or replace function milepost.create_saved_view(
  p_tenant text, p_owner text, p_name text, p_page text, p_query text, p_visibility text,
  p_is_default boolean default false, p_now timestamptz default null
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
  v_view.owner := p_owner;
  v_view.page := p_page;
  v_view.visibility := p_visibility;
  v_view.is_default := p_is_default;
  perform milepost.make_room_for_saved_view(v_tenant_id, v_view);
  return query
  insert into milepost.saved_view as v (
    tenant_id, owner, name, page, query, visibility, is_default, created_at, updated_at
  ) values (
    v_tenant_id, p_owner, p_name, p_page, p_query, p_visibility, p_is_default, v_now, v_now
  )
  returning v.view_id, v.owner, v.name, v.page, v.query, v.visibility, v.is_default,
    v.created_at, v.updated_at;
end $$;
comment on function milepost.create_saved_view(
  text, text, text, text, text, text, boolean, timestamptz) is
  'Keeps a page of the dashboard with its filters under a name: for its owner (me) or everyone. As '
  'a default it takes the place of the owner''s other one of that page.';
grant execute on function milepost.create_saved_view(
  text, text, text, text, text, text, boolean, timestamptz) to milepost_app;
