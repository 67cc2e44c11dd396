create or replace function milepost.remove_group_member(
  p_tenant text, p_group text, p_learner text, p_left_at timestamptz default null,
  p_now timestamptz default null
) returns table (status text, joined_at timestamptz, left_at timestamptz)
language plpgsql security definer
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
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_left_at   constant timestamptz := least(coalesce(milepost.instant(p_left_at), v_now), v_now);
  v_group_id  constant bigint := milepost.group_number(v_tenant_id, p_group);
  v_bucket    constant smallint := milepost.bucket_of(p_tenant, p_learner);
  v_id        bigint;
  v_removed   boolean;
begin
  perform milepost.hold_learners(p_tenant, v_tenant_id, array[p_learner]);
  select r.learner_id into v_id from milepost.learner r
  where r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner;
  if not found then
    perform milepost.refuse('learner_not_found');
  end if;

  update milepost.group_member m set left_at = v_left_at
  where m.bucket = v_bucket and m.learner_id = v_id and m.group_id = v_group_id
    and m.left_at is null and m.joined_at < v_left_at;
  v_removed := found;
  if not v_removed then
    -- Left before it began, or at that instant: it lasted no time, so there was none.
    delete from milepost.group_member m
    where m.bucket = v_bucket and m.learner_id = v_id and m.group_id = v_group_id
      and m.left_at is null;
    v_removed := found;
  end if;

  return query
  select case when v_removed then 'recorded' else 'unchanged' end, m.joined_at, m.left_at
  from (select) one
  left join lateral (
    select m.joined_at, m.left_at from milepost.group_member m
    where m.bucket = v_bucket and m.learner_id = v_id and m.group_id = v_group_id
    order by m.joined_at desc
    limit 1
  ) m on true;
end $$;
comment on function milepost.remove_group_member(text, text, text, timestamptz, timestamptz) is
  'Ends a learner''s membership at p_left_at or now, and answers the last one on record. One that '
  'would end no later than it began is taken out. Who does not belong to the group is left as '
  'they are.';
grant execute on function milepost.remove_group_member(
  text, text, text, timestamptz, timestamptz) to milepost_app;
