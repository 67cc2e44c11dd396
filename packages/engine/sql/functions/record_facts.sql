-- Two statements: what the first wrote is not in a snapshot that was taken before it.
create or replace function milepost.record_facts(
  p_tenant text, p_learner text[], p_lesson text[], p_type text[], p_at timestamptz[],
  p_event_id text[], p_source text default null, p_actor text default null,
  p_now timestamptz default null
) returns table (
  status text, code text, clamped boolean,
  lesson_first_viewed_at timestamptz, lesson_last_viewed_at timestamptz,
  lesson_completed_at timestamptz,
  course text, attempt integer, completed_lessons integer, total_lessons integer,
  progress_percentage numeric, first_viewed_at timestamptz, last_viewed_at timestamptz,
  completed_at timestamptz
)
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
  v_status    text[];
  v_code      text[];
  v_clamped   boolean[];
  v_bucket    smallint[];
begin
  select array_agg(b.status order by b.n), array_agg(b.code order by b.n),
    array_agg(b.clamped order by b.n)
  into v_status, v_code, v_clamped
  from milepost.record_batch(p_tenant, p_learner, p_lesson, p_type, p_at, p_event_id, null, null,
    p_source, p_actor, p_now) with ordinality b (status, code, clamped, n);
  v_bucket := array(select k.bucket from milepost.learner_keys(p_tenant, p_learner) k order by k.n);

  return query
  select i.status, i.code, i.clamped, lp.first_viewed_at, lp.last_viewed_at, lp.completed_at,
    l.course, e.attempt_no, e.completed_lessons, e.total_lessons, e.progress_percentage::numeric,
    e.first_viewed_at, e.last_viewed_at, e.completed_at
  from unnest(v_bucket, p_learner, p_lesson, v_status, v_code, v_clamped) with ordinality
    i (bucket, learner, lesson, status, code, clamped, n)
  left join lateral (
    select l.lesson_id, l.course_id, c.external_id as course
    from milepost.lesson l
    join milepost.course c on c.course_id = l.course_id
    where l.tenant_id = v_tenant_id and l.external_id = i.lesson
    offset 0
  ) l on true
  left join lateral (
    select a.*
    from milepost.learner r
    join milepost.enrollment e
      on e.bucket = r.bucket and e.learner_id = r.learner_id and e.course_id = l.course_id
      and e.is_current
    cross join lateral milepost.caught_up(e) a
    where r.bucket = i.bucket and r.tenant_id = v_tenant_id and r.external_id = i.learner
    offset 0
  ) e on true
  left join lateral (
    select lp.first_viewed_at, lp.last_viewed_at, lp.completed_at
    from milepost.lesson_progress lp
    where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id and lp.lesson_id = l.lesson_id
    offset 0
  ) lp on true
  order by i.n;
end $$;
comment on function milepost.record_facts(
  text, text[], text[], text[], timestamptz[], text[], text, text, timestamptz) is
  'record_fact for up to 5,000 facts given as parallel arrays, in one call: one row a fact, in '
  'order, with the course progress after all of them. A refused one fails alone.';
grant execute on function milepost.record_facts(
  text, text[], text[], text[], timestamptz[], text[], text, text, timestamptz) to milepost_app;
