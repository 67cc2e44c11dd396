create or replace function milepost.read_outline(p_tenant text, p_course text) returns jsonb
language plpgsql stable security definer
set search_path = milepost, pg_temp
set timezone = 'UTC'
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_outline   jsonb;
begin
  select milepost.outline_json(c.course_id) into v_outline
  from milepost.course c
  where c.tenant_id = v_tenant_id and c.external_id = p_course;
  if v_outline is null then
    perform milepost.refuse('course_not_found');
  end if;
  return v_outline;
end $$;
comment on function milepost.read_outline(text, text) is 'A course and its outline in order.';
grant execute on function milepost.read_outline(text, text) to milepost_app;
