create or replace function milepost.move_deadlines(
  p_tenant text, p_course milepost.course, p_learner text[], p_created bigint[], p_due jsonb,
  p_zone text, p_source text, p_actor text, p_now timestamptz
) returns bigint[]
language plpgsql as $$
declare
  v_keys    milepost.learner[];
  v_ids     bigint[];
  v_buckets smallint[];
  v_current boolean[];
begin
  select array_agg(distinct k.learner) into v_keys
  from milepost.learners_named(p_tenant, p_course.tenant_id, p_learner) k;

  loop
    select array_agg(a.enrollment_id), array_agg(a.bucket), array_agg(true)
    into v_ids, v_buckets, v_current
    from unnest(v_keys) k
    cross join lateral (
      select e.bucket, e.enrollment_id
      from milepost.enrollment e
      where e.bucket = k.bucket and e.learner_id = k.learner_id
        and e.course_id = p_course.course_id and e.is_current
      offset 0
    ) a;
    exit when milepost.lock_in_order(v_buckets, v_ids, v_current);
  end loop;
  -- A recount goes along the deadlines, and would miss who moves from before it to behind it.
  if v_ids is not null and exists (select from milepost.recount) then
    perform milepost.catch_up(v_buckets, v_ids);
  end if;

  return milepost.write_deadlines(
    array_agg(t.bucket), array_agg(t.enrollment_id), array_agg(t.due), p_source, null, p_actor,
    p_now)
  from (
    select e.bucket, e.enrollment_id,
      milepost.resolve_due(p_due, e.enrolled_at, k.time_zone, p_zone) as due
    from unnest(v_keys) k
    cross join lateral (
      select e.* from milepost.enrollment e
      where e.bucket = k.bucket and e.learner_id = k.learner_id
        and e.course_id = p_course.course_id and e.is_current
      offset 0
    ) e
    where e.enrollment_id not in (select unnest(p_created))
  ) t;
end $$;
comment on function milepost.move_deadlines(
  text, milepost.course, text[], bigint[], jsonb, text, text, text, timestamptz) is
  'Gives the current attempts of these learners another deadline, or none; those just created '
  'have it already. The ids of the attempts whose deadline is not what it was.';
