create or replace function milepost.doctor(
  p_tenant text, p_repair boolean default false, p_actor text default null,
  p_now timestamptz default null
) returns table (
  attempts bigint, difference_count bigint, course text, learner text, attempt integer, lesson text,
  name text, stored text, derived text, repaired boolean
)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_began     constant timestamptz := clock_timestamp();
  v_wrong     jsonb;
  v_remains   jsonb;
begin
  -- On a standby it may look and not write.
  if current_setting('transaction_read_only') = 'off' then
    perform milepost.analyze_grown();
  end if;
  if p_repair then
    -- First of all locks: a write that has noted its counts may be waiting for an attempt, never
    -- the other way round.
    lock table milepost.report_delta in share row exclusive mode;
    while milepost.recount_attempts(p_tenant, 1000) loop
    end loop;
  end if;
  select coalesce(jsonb_agg(to_jsonb(d)), '[]') into v_wrong
  from milepost.progress_differences(v_tenant_id) d;
  v_remains := v_wrong;
  if p_repair and v_wrong <> '[]' then
    perform milepost.repair_progress(p_tenant, v_tenant_id, v_wrong, p_actor, v_now);
    -- What was mended is what is not found again, not what a repair was tried on.
    select coalesce(jsonb_agg(to_jsonb(d)), '[]') into v_remains
    from milepost.progress_differences(v_tenant_id) d;
  end if;

  if current_setting('transaction_read_only') = 'off' then
    perform milepost.note_doctor_run(v_tenant_id, v_now, p_repair,
      jsonb_array_length(v_wrong), jsonb_array_length(v_remains),
      (1000 * extract(epoch from clock_timestamp() - v_began))::bigint);
  end if;

  return query
  with wrong as (
    select * from jsonb_to_recordset(v_wrong) as w (
      course_id bigint, bucket smallint, enrollment_id bigint, lesson_id bigint, name text,
      stored text, derived text)
    order by w.course_id, w.bucket nulls first, w.enrollment_id, w.name, w.lesson_id
    limit 1000
  ), remains as (
    select * from jsonb_to_recordset(v_remains) as w (
      course_id bigint, enrollment_id bigint, lesson_id bigint, name text)
  )
  select t.attempts, jsonb_array_length(v_wrong)::bigint, c.external_id, r.external_id,
    e.attempt_no, l.external_id, d.name, d.stored, d.derived,
    p_repair and d.name is not null and not exists (
      select from remains m
      where (m.course_id, m.enrollment_id, m.lesson_id, m.name)
        is not distinct from (d.course_id, d.enrollment_id, d.lesson_id, d.name))
  from (select count(*) as attempts from milepost.enrollment e where e.tenant_id = v_tenant_id) t
  left join wrong d on true
  left join milepost.course c on c.course_id = d.course_id
  left join milepost.enrollment e on e.bucket = d.bucket and e.enrollment_id = d.enrollment_id
  left join milepost.learner r on r.bucket = e.bucket and r.learner_id = e.learner_id
  left join milepost.lesson l on l.lesson_id = d.lesson_id
  order by d.course_id, d.bucket nulls first, d.enrollment_id, d.name, d.lesson_id;
end $$;
comment on function milepost.doctor(text, boolean, text, timestamptz) is
  'Derives every stored number of a tenant again and answers the first 1,000 differences, or one '
  'row of nulls beside the counts. With p_repair it mends them in this transaction, but for what '
  'is on record and should not be: that is immutable, and for a person to look at. What it found '
  'last is kept in doctor_run. Not for the application role.';
