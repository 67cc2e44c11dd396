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
  v_moved   bigint[];
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

  with target as (
    select e.bucket, e.enrollment_id, e.attempt as before, e.due_at as was,
      e.due_time_zone as was_zone, d.*
    from unnest(v_keys) k
    cross join lateral (
      select e as attempt, e.* from milepost.enrollment e
      where e.bucket = k.bucket and e.learner_id = k.learner_id
        and e.course_id = p_course.course_id and e.is_current
      offset 0
    ) e
    cross join lateral milepost.resolve_due(p_due, e.enrolled_at, k.time_zone, p_zone) d
    where e.enrollment_id not in (select unnest(p_created))
      and (e.due_at, e.due_rule, e.due_date, e.due_days, e.due_time_zone)
        is distinct from (d.due_at, d.rule, d.due_date, d.due_days, d.time_zone)
  ), moved as (
    update milepost.enrollment e set
      due_at = t.due_at, original_due_at = coalesce(e.original_due_at, t.due_at), due_rule = t.rule,
      due_date = t.due_date, due_days = t.due_days, due_time_zone = t.time_zone,
      due_time_zone_source = t.time_zone_source
    from target t
    where e.bucket = t.bucket and e.enrollment_id = t.enrollment_id
    returning e.*, e as after, t.before, t.was, t.was_zone
  ), counted as (
    insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
    select m.bucket, m.tenant_id, m.course_id, milepost.attempt_changes(m.before, m.after)
    from moved m
    order by m.bucket, m.enrollment_id
  ), noted as (
    insert into milepost.progress_event (
      bucket, tenant_id, type, learner_id, course_id, enrollment_id, occurred_at, received_at,
      source,
      actor, data
    )
    select m.bucket, m.tenant_id, 'deadline.moved', m.learner_id, m.course_id, m.enrollment_id,
      p_now,
      p_now, p_source, p_actor,
      jsonb_build_object('from', m.was, 'fromTimeZone', m.was_zone, 'to', m.due_at,
        'rule', m.due_rule, 'timeZone', m.due_time_zone)
    from moved m
    order by m.bucket, m.enrollment_id
  )
  select array_agg(m.enrollment_id) into v_moved from moved m;
  return coalesce(v_moved, '{}');
end $$;
comment on function milepost.move_deadlines(
  text, milepost.course, text[], bigint[], jsonb, text, text, text, timestamptz) is
  'Gives the current attempts of these learners another deadline, or none; those just created '
  'have it already. The ids of the attempts whose deadline is not what it was.';
