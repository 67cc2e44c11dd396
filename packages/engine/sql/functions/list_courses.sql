create or replace function milepost.list_courses(p_tenant text, p_after text, p_limit integer)
returns table (
  course text, title text, enrollment text, outline_version integer, total_lessons integer,
  created_at timestamptz
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return query
  select c.external_id, c.title, c.enrollment_policy, c.outline_version, c.total_lessons,
    c.created_at
  from milepost.course c
  where c.tenant_id = v_tenant_id and c.external_id > coalesce(p_after, '') collate "C"
  order by c.external_id collate "C"
  limit p_limit;
end $$;
comment on function milepost.list_courses(text, text, integer) is
  'The courses of a tenant by id, after one.';
grant execute on function milepost.list_courses(text, text, integer) to milepost_app;
