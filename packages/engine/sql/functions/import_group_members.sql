create or replace function milepost.import_group_members(
  p_tenant text, p_group text[], p_learner text[], p_joined_at timestamptz[],
  p_left_at timestamptz[], p_now timestamptz default null
) returns table (status text, code text)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_learners  constant text[] := array(
    select i.learner from unnest(p_group, p_learner) i (group_key, learner)
    join milepost.learner_group g
      on g.tenant_id = v_tenant_id and g.external_id = i.group_key);
  v_row       record;
  v_there     milepost.group_member;
begin
  if cardinality(p_learner) > 5000 then
    perform milepost.refuse('batch_too_large');
  end if;
  perform milepost.keep_learners(p_tenant, v_tenant_id, v_learners,
    array_fill(v_now, array[cardinality(v_learners)]));
  perform milepost.hold_learners(p_tenant, v_tenant_id, v_learners);

  -- One at a time, since the memberships of one learner and group are not to overlap.
  for v_row in
    select g.group_id, r.bucket, r.learner_id,
      date_trunc('milliseconds', i.joined_at) as joined_at,
      date_trunc('milliseconds', i.left_at) as left_at
    from unnest(p_group, p_learner, p_joined_at, p_left_at)
      with ordinality i (group_key, learner, joined_at, left_at, n)
    left join milepost.learner_group g
      on g.tenant_id = v_tenant_id and g.external_id = i.group_key
    left join milepost.learner r
      on r.bucket = milepost.bucket_of(p_tenant, i.learner) and r.tenant_id = v_tenant_id
      and r.external_id = i.learner
    order by i.n
  loop
    status := 'refused';
    code := case
      when v_row.group_id is null then 'group_not_found'
      when v_row.learner_id is null then 'id_out_of_range'
      when v_row.joined_at is null or v_row.joined_at < '2000-01-01T00:00:00Z'
        or v_row.joined_at > v_now or v_row.left_at <= v_row.joined_at or v_row.left_at > v_now
        then 'time_out_of_range'
    end;
    if code is null then
      select m.* into v_there
      from milepost.group_member m
      where m.bucket = v_row.bucket and m.learner_id = v_row.learner_id
        and m.group_id = v_row.group_id
        and m.joined_at < coalesce(v_row.left_at, 'infinity')
        and coalesce(m.left_at, 'infinity') > v_row.joined_at
      order by m.joined_at
      limit 1;
      if not found then
        insert into milepost.group_member (
          bucket, group_id, learner_id, tenant_id, joined_at, left_at
        ) values (
          v_row.bucket, v_row.group_id, v_row.learner_id, v_tenant_id, v_row.joined_at,
          v_row.left_at
        );
        status := 'recorded';
      elsif v_there.joined_at = v_row.joined_at
        and v_there.left_at is not distinct from v_row.left_at
      then
        status := 'unchanged';
      else
        code := 'membership_overlaps';
      end if;
    end if;
    return next;
  end loop;
end $$;
comment on function milepost.import_group_members(
  text, text[], text[], timestamptz[], timestamptz[], timestamptz) is
  'Moves memberships of groups in with their history, up to 5,000; a row each, in order. What is '
  'there already stays: one that overlaps another of its learner and group is refused, unless it '
  'is the same.';
grant execute on function milepost.import_group_members(
  text, text[], text[], timestamptz[], timestamptz[], timestamptz) to milepost_app;
