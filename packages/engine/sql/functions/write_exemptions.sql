create or replace function milepost.write_exemptions(
  p_acts milepost.act[], p_exempts boolean, p_reason text, p_actor text, p_now timestamptz
) returns void
language plpgsql as $$
begin
  with target as materialized (
    select e.attempt, e.place
    from unnest(p_acts) a
    cross join lateral (
      select e as attempt, e.ctid as place from milepost.enrollment e
      where e.bucket = (a.attempt).bucket and e.enrollment_id = (a.attempt).enrollment_id
      offset 0
    ) e
    where a.code is null and ((a.attempt).exempted_at is not null) <> p_exempts
  ), changed as (
    update milepost.enrollment e set
      exempted_at = case when p_exempts then p_now end,
      exempted_reason = case when p_exempts then p_reason end
    from target t
    -- By its place, which stands while we hold the lock (see change_attempts).
    where e.ctid = t.place
    returning e as after, t.attempt as before
  ), counted as (
    insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
    select (c.after).bucket, (c.after).tenant_id, (c.after).course_id,
      milepost.attempt_changes(c.before, c.after)
    from changed c
    order by (c.after).bucket, (c.after).enrollment_id
  )
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, occurred_at, received_at,
    source, actor, reason
  )
  select (c.after).bucket, (c.after).tenant_id,
    case when p_exempts then 'enrollment.exempted' else 'enrollment.reinstated'
    end::milepost.event_type,
    (c.after).learner_id, (c.after).course_id, (c.after).enrollment_id, p_now, p_now, 'api',
    p_actor, p_reason
  from changed c
  order by (c.after).bucket, (c.after).enrollment_id;
end $$;
comment on function milepost.write_exemptions(
  milepost.act[], boolean, text, text, timestamptz) is
  'Exempts the locked attempts of a batch, or takes their exemptions back, with what that changes '
  'in the reports and the ledger.';
