create or replace function milepost.read_learner(p_tenant text, p_learner text)
returns table (
  learner text, name text, email text, locale text, time_zone text, created_at timestamptz,
  memberships jsonb
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_bucket    constant smallint := milepost.bucket_of(p_tenant, p_learner);
begin
  return query
  select r.external_id, r.name, r.email, r.locale, r.time_zone, r.created_at, coalesce((
    select jsonb_agg(jsonb_build_object('group', g.external_id, 'name', g.name, 'kind', g.kind,
      'joinedAt', gm.joined_at, 'leftAt', gm.left_at)
      order by gm.joined_at desc, g.external_id collate "C")
    from milepost.group_member gm
    join milepost.learner_group g on g.group_id = gm.group_id
    where gm.bucket = v_bucket and gm.learner_id = r.learner_id
  ), '[]')
  from milepost.learner r
  where r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner;
  if not found then
    perform milepost.refuse('learner_not_found');
  end if;
end $$;
comment on function milepost.read_learner(text, text) is
  'A learner''s profile, and the groups they belong or belonged to, the latest first.';
grant execute on function milepost.read_learner(text, text) to milepost_app;
