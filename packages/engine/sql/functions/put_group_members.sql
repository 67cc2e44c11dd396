-- Learners created, then learners locked, each in key order; memberships are written under those
-- locks alone. So of 20 callers that add one learner at once, one finds that they do not belong to
-- the group yet: it decides in a statement after the lock, whose snapshot shows what others did.
create or replace function milepost.put_group_members(
  p_tenant text, p_group text, p_learner text[], p_joined_at timestamptz default null,
  p_now timestamptz default null
) returns table (learner text, status text, code text, joined_at timestamptz)
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
  v_joined_at constant timestamptz := least(coalesce(milepost.instant(p_joined_at), v_now), v_now);
  v_group_id  constant bigint := milepost.group_number(v_tenant_id, p_group);
  v_joined    bigint[];
begin
  if cardinality(p_learner) > 10000 then
    perform milepost.refuse('batch_too_large');
  end if;
  perform milepost.keep_learners(p_tenant, v_tenant_id, p_learner,
    array_fill(v_now, array[cardinality(p_learner)]));
  perform milepost.hold_learners(p_tenant, v_tenant_id, p_learner);

  with joined as (
    insert into milepost.group_member (bucket, group_id, learner_id, tenant_id, joined_at)
    select distinct (k.learner).bucket, v_group_id, (k.learner).learner_id, v_tenant_id,
      greatest(v_joined_at, m.left_at)
    from milepost.learners_named(p_tenant, v_tenant_id, p_learner) k
    cross join lateral (
      select max(m.left_at) as left_at, count(*) filter (where m.left_at is null) as open
      from milepost.group_member m
      where m.bucket = (k.learner).bucket and m.learner_id = (k.learner).learner_id
        and m.group_id = v_group_id
      offset 0
    ) m
    where m.open = 0
    returning learner_id
  )
  select array_agg(j.learner_id) into v_joined from joined j;

  return query
  select i.learner,
    case
      when r.learner_id is null then 'refused'
      when r.learner_id in (select unnest(v_joined)) then 'recorded'
      else 'unchanged'
    end,
    case when r.learner_id is null then 'id_out_of_range' end,
    m.joined_at
  from milepost.learner_keys(p_tenant, p_learner) i
  left join milepost.learner r
    on r.bucket = i.bucket and r.tenant_id = v_tenant_id and r.external_id = i.learner
  left join milepost.group_member m
    on m.bucket = r.bucket and m.group_id = v_group_id and m.learner_id = r.learner_id
    and m.left_at is null
  order by i.n;
end $$;
comment on function milepost.put_group_members(text, text, text[], timestamptz, timestamptz) is
  'Makes up to 10,000 learners members of a group, from p_joined_at or now on; a row a learner, in '
  'order. Who belongs to it already is left as they are. A membership begins no earlier than the '
  'one before it ended, and no later than now.';
grant execute on function milepost.put_group_members(
  text, text, text[], timestamptz, timestamptz) to milepost_app;
