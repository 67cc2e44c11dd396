create or replace function milepost.list_group_members(
  p_tenant text, p_group text, p_after_bucket smallint, p_after_id bigint, p_limit integer
) returns table (
  bucket smallint, learner_id bigint, learner text, name text, joined_at timestamptz
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
  select m.bucket, m.learner_id, r.external_id, r.name, m.joined_at
  from milepost.group_member m
  join milepost.learner r on r.bucket = m.bucket and r.learner_id = m.learner_id
  where m.group_id = v_group_id and m.left_at is null and r.erased_at is null
    and (m.bucket, m.learner_id)
      > (coalesce(p_after_bucket, -1::smallint), coalesce(p_after_id, 0))
  order by m.bucket, m.learner_id
  limit p_limit;
end $$;
comment on function milepost.list_group_members(text, text, smallint, bigint, integer) is
  'Who belongs to a group now, in key order; who was erased is left out.';
grant execute on function milepost.list_group_members(text, text, smallint, bigint, integer)
  to milepost_app;
