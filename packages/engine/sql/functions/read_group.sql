create or replace function milepost.read_group(p_tenant text, p_group text)
returns table (
  "group" text, name text, kind text, created_at timestamptz, member_count integer
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_group_id  constant bigint := milepost.group_number(v_tenant_id, p_group);
begin
  return query
  select g.external_id, g.name, g.kind, g.created_at, count(r.learner_id)::integer
  from milepost.learner_group g
  left join (
    milepost.group_member m
    join milepost.learner r
      on r.bucket = m.bucket and r.learner_id = m.learner_id and r.erased_at is null
  ) on m.group_id = g.group_id and m.left_at is null
  where g.group_id = v_group_id
  group by g.group_id;
end $$;
comment on function milepost.read_group(text, text) is
  'A group and how many belong to it now; who was erased is not counted.';
grant execute on function milepost.read_group(text, text) to milepost_app;
