create or replace function milepost.write_deadlines(
  p_bucket smallint[], p_enrollment_id bigint[], p_due milepost.deadline[], p_source text,
  p_reason text, p_actor text, p_now timestamptz
) returns bigint[]
language plpgsql as $$
declare
  v_moved bigint[];
begin
  with target as materialized (
    select e.attempt, e.place, t.due_at, t.rule, t.due_date, t.due_days, t.time_zone,
      t.time_zone_source
    from unnest(p_bucket, p_enrollment_id, p_due) t (
      bucket, enrollment_id, due_at, rule, due_date, due_days, time_zone, time_zone_source)
    cross join lateral (
      select e as attempt, e.ctid as place from milepost.enrollment e
      where e.bucket = t.bucket and e.enrollment_id = t.enrollment_id
      offset 0
    ) e
    where ((e.attempt).due_at, (e.attempt).due_rule, (e.attempt).due_date, (e.attempt).due_days,
      (e.attempt).due_time_zone)
      is distinct from (t.due_at, t.rule, t.due_date, t.due_days, t.time_zone)
  ), moved as (
    update milepost.enrollment e set
      due_at = t.due_at, original_due_at = coalesce(e.original_due_at, t.due_at), due_rule = t.rule,
      due_date = t.due_date, due_days = t.due_days, due_time_zone = t.time_zone,
      due_time_zone_source = t.time_zone_source
    from target t
    -- By its place, which stands while we hold the lock (see change_attempts).
    where e.ctid = t.place
    returning e as after, t.attempt as before
  ), counted as (
    insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
    select (m.after).bucket, (m.after).tenant_id, (m.after).course_id,
      milepost.attempt_changes(m.before, m.after)
    from moved m
    order by (m.after).bucket, (m.after).enrollment_id
  ), noted as (
    insert into milepost.progress_event (
      bucket, tenant_id, type, learner_id, course_id, enrollment_id, occurred_at, received_at,
      source, actor, reason, data
    )
    select (m.after).bucket, (m.after).tenant_id, 'deadline.moved', (m.after).learner_id,
      (m.after).course_id, (m.after).enrollment_id, p_now, p_now, p_source, p_actor, p_reason,
      jsonb_build_object('from', (m.before).due_at, 'fromTimeZone', (m.before).due_time_zone,
        'to', (m.after).due_at, 'rule', (m.after).due_rule, 'timeZone', (m.after).due_time_zone)
    from moved m
    order by (m.after).bucket, (m.after).enrollment_id
  )
  select array_agg((m.after).enrollment_id) into v_moved from moved m;
  return coalesce(v_moved, '{}');
end $$;
comment on function milepost.write_deadlines(
  smallint[], bigint[], milepost.deadline[], text, text, text, timestamptz) is
  'Gives locked attempts their deadlines, with what that changes in the reports and the ledger. '
  'The first deadline stays original_due_at. The ids of those whose deadline is not what it was.';
