create or replace function milepost.outline_changes(
  p_tenant text, p_course text, p_before integer, p_limit integer
) returns table (
  outline_version integer, changed_at timestamptz, actor text, title text, enrollment text,
  total_lessons integer, change jsonb, outline jsonb
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_course_id bigint;
begin
  select c.course_id into v_course_id from milepost.course c
  where c.tenant_id = v_tenant_id and c.external_id = p_course;
  if not found then
    perform milepost.refuse('course_not_found');
  end if;
  return query
  select oc.outline_version, oc.changed_at, oc.actor, oc.title, oc.enrollment_policy,
    oc.total_lessons,
    oc.change, oc.outline
  from milepost.outline_change oc
  where oc.tenant_id = v_tenant_id and oc.course_id = v_course_id
    and (p_before is null or oc.outline_version < p_before)
  order by oc.outline_version desc
  limit p_limit;
end $$;
comment on function milepost.outline_changes(text, text, integer, integer) is
  'What each edit of a course''s outline did, newest first, with the outline after it.';
grant execute on function milepost.outline_changes(text, text, integer, integer) to milepost_app;
