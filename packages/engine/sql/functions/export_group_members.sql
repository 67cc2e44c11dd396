create or replace function milepost.export_group_members(
  p_tenant text, p_after_bucket smallint, p_after_learner_id bigint, p_after_group_id bigint,
  p_after_joined_at timestamptz, p_limit integer
) returns table (
  bucket smallint, learner_id bigint, group_id bigint, learner text, group_key text,
  joined_at timestamptz, left_at timestamptz
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return query
  select m.bucket, m.learner_id, m.group_id, r.external_id, g.external_id, m.joined_at, m.left_at
  from milepost.group_member m
  join milepost.learner r
    on r.bucket = m.bucket and r.learner_id = m.learner_id and r.tenant_id = m.tenant_id
  join milepost.learner_group g on g.group_id = m.group_id
  where m.tenant_id = v_tenant_id and r.erased_at is null
    and (m.bucket, m.learner_id, m.group_id, m.joined_at) > (
      coalesce(p_after_bucket, -1::smallint), coalesce(p_after_learner_id, 0),
      coalesce(p_after_group_id, 0), coalesce(p_after_joined_at, '-infinity'))
  order by m.bucket, m.learner_id, m.group_id, m.joined_at
  limit p_limit;
end $$;
comment on function milepost.export_group_members(
  text, smallint, bigint, bigint, timestamptz, integer) is
  'Who belonged to which group and when, in key order, for moving it out; of erased learners '
  'nothing is moved. group_key is the host''s own id of the group.';
grant execute on function milepost.export_group_members(
  text, smallint, bigint, bigint, timestamptz, integer) to milepost_app;
