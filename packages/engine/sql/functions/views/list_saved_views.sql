create or replace function milepost.list_saved_views(
  p_tenant text, p_owner text, p_page text default null
) returns table (
  view_id bigint, owner text, name text, page text, query text, visibility text,
  is_default boolean, created_at timestamptz, updated_at timestamptz
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return query
  select v.view_id, v.owner, v.name, v.page, v.query, v.visibility, v.is_default,
    v.created_at, v.updated_at
  from milepost.saved_view v
  where v.tenant_id = v_tenant_id and (v.owner = p_owner or v.visibility = 'everyone')
    and (p_page is null or v.page = p_page)
  order by lower(v.name) collate "C", v.name collate "C", v.view_id;
end $$;
comment on function milepost.list_saved_views(text, text, text) is
  'The views of an owner and those for everyone, of one page or of all, by name: at most 500 of '
  'each.';
grant execute on function milepost.list_saved_views(text, text, text) to milepost_app;
