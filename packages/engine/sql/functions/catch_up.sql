create or replace function milepost.catch_up(p_bucket smallint[], p_enrollment_id bigint[])
returns void
language plpgsql as $$
declare
  v_completed milepost.enrollment[];
begin
  -- First the locks, in the order of every other writer, then the counting: a statement that did
  -- both would count from before the completions it had waited for.
  perform milepost.lock_in_order(
    p_bucket, p_enrollment_id, array_fill(false, array[cardinality(p_bucket)]));

  with before as materialized (
    select e.attempt, e.place, milepost.caught_up(e.attempt) as now
    from unnest(p_bucket, p_enrollment_id) i (bucket, enrollment_id)
    cross join lateral (
      select e as attempt, e.ctid as place from milepost.enrollment e
      where e.bucket = i.bucket and e.enrollment_id = i.enrollment_id
      offset 0
    ) e
  ), changed as (
    update milepost.enrollment e set
      completed_lessons = (b.now).completed_lessons,
      total_lessons = (b.now).total_lessons,
      counted_version = (b.now).counted_version,
      completed_at = (b.now).completed_at,
      completed_outline_version = (b.now).completed_outline_version,
      furthest_lesson_id = (b.now).furthest_lesson_id,
      furthest_completed = (b.now).furthest_completed
    from before b
    -- By its place, which stands while we hold the lock (see change_attempts).
    where e.ctid = b.place and (
      (b.now).counted_version <> (b.attempt).counted_version
      or (b.now).furthest_lesson_id is distinct from (b.attempt).furthest_lesson_id
      or (b.now).furthest_completed <> (b.attempt).furthest_completed)
    returning e as attempt, b.attempt as before
  ), counted as (
    insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
    select (c.attempt).bucket, (c.attempt).tenant_id, (c.attempt).course_id, d.changes
    from changed c
    cross join lateral (
      select milepost.attempt_changes(c.before, c.attempt) as changes
      offset 0
    ) d
    where cardinality(d.changes) > 0
  )
  select array_agg(c.attempt order by (c.attempt).bucket, (c.attempt).enrollment_id)
  into v_completed
  from changed c
  where (c.before).completed_at is null and (c.attempt).completed_at is not null;
  perform milepost.note_completed_by_edit(v_completed);
end $$;
comment on function milepost.catch_up(smallint[], bigint[]) is
  'Locks attempts, and stores of each what caught_up says, with what that changes in the reports '
  'and the ledger.';
