create or replace function milepost.lock_acts(
  p_tenant text, p_tenant_id integer, p_attempts jsonb
) returns void
language plpgsql as $$
declare
  v_buckets smallint[];
  v_ids     bigint[];
begin
  perform milepost.pass_gate(milepost.course_ids(p_tenant_id,
    array(select distinct k.course from milepost.act_keys(p_tenant, p_attempts) k)));
  -- An erasure takes reasons away: one that is written after it would stay.
  perform milepost.keep_learners(p_tenant, p_tenant_id,
    array(select k.learner from milepost.act_keys(p_tenant, p_attempts) k), null);

  -- The attempts are named by their numbers, so a retake that comes between changes none of them
  -- for another: the act finds its attempt no longer current.
  select array_agg((a.attempt).bucket), array_agg((a.attempt).enrollment_id)
  into v_buckets, v_ids
  from unnest(milepost.find_acts(p_tenant, p_tenant_id, p_attempts)) a
  where a.code is null;
  if v_ids is null then
    return;
  end if;
  perform milepost.lock_in_order(v_buckets, v_ids, array_fill(false, array[cardinality(v_ids)]));
  if exists (select from milepost.recount) then
    perform milepost.catch_up(v_buckets, v_ids);
  end if;
end $$;
comment on function milepost.lock_acts(text, integer, jsonb) is
  'The locks of a batch of acts, in the order of every writer: the courses'' gates, the learners, '
  'the attempts. What is decided in a later statement sees what was waited for.';
