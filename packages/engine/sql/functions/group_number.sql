create or replace function milepost.group_number(p_tenant_id integer, p_group text) returns bigint
language plpgsql stable as $$
declare
  v_group_id bigint;
begin
  select g.group_id into v_group_id from milepost.learner_group g
  where g.tenant_id = p_tenant_id and g.external_id = p_group;
  if not found then
    perform milepost.refuse('group_not_found');
  end if;
  return v_group_id;
end $$;
comment on function milepost.group_number(integer, text) is
  'The number of a group by its id, or the refusal that there is none.';
