-- Learners first, then attempts, then the locks on those that are there already, each in key order:
-- the same order as record_batch, so that the two never wait for each other in a circle.
create or replace function milepost.enroll_learners(
  p_tenant text, p_course text, p_learner text[], p_enrolled_at timestamptz, p_due jsonb,
  p_source text default null, p_actor text default null, p_now timestamptz default null
) returns table (
  learner text, status text, code text, created boolean, course text, attempt integer,
  enrolled_at timestamptz, source text, due_at timestamptz, original_due_at timestamptz,
  time_zone text,
  withdrawn_at timestamptz, exempted_at timestamptz
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
  v_tenant_id   constant integer := milepost.enter(p_tenant);
  v_now         constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_enrolled_at constant timestamptz := coalesce(milepost.instant(p_enrolled_at), v_now);
  v_zone        text;
  v_course      milepost.course;
  v_created     bigint[];
  v_moved       bigint[];
begin
  if cardinality(p_learner) > 10000 then
    perform milepost.refuse('batch_too_large');
  end if;
  if length(p_source) not between 1 and 100 then
    perform milepost.refuse('text_out_of_range');
  end if;
  select t.time_zone into v_zone from milepost.tenant t where t.tenant_id = v_tenant_id;
  perform milepost.pass_gate(milepost.course_ids(v_tenant_id, array[p_course]));
  perform milepost.keep_learners(p_tenant, v_tenant_id, p_learner,
    array_fill(v_now, array[cardinality(p_learner)]));

  select c.* into v_course from milepost.course c
  where c.tenant_id = v_tenant_id and c.external_id = p_course;
  if not found then
    perform milepost.refuse('course_not_found');
  end if;

  v_created := milepost.open_first_attempts(
    p_tenant, v_course, p_learner, v_enrolled_at, p_due, v_zone, coalesce(p_source, 'api'),
    p_actor, v_now);
  -- An absent deadline leaves the stored one alone; a JSON null takes it away.
  if p_due is not null then
    v_moved := milepost.move_deadlines(
      p_tenant, v_course, p_learner, v_created, p_due, v_zone, coalesce(p_source, 'api'), p_actor,
      v_now);
  end if;

  return query
  select i.learner,
    case
      when e.enrollment_id is null then 'refused'
      when e.enrollment_id in (select unnest(v_created))
        or e.enrollment_id in (select unnest(v_moved)) then 'recorded'
      else 'unchanged'
    end,
    case when e.enrollment_id is null then 'id_out_of_range' end,
    coalesce(e.enrollment_id in (select unnest(v_created)), false),
    v_course.external_id, e.attempt_no, e.enrolled_at, e.source, e.due_at, e.original_due_at,
    e.due_time_zone, e.withdrawn_at, e.exempted_at
  from milepost.learner_keys(p_tenant, p_learner) i
  left join milepost.learner r
    on r.bucket = i.bucket and r.tenant_id = v_tenant_id and r.external_id = i.learner
  left join milepost.enrollment e
    on e.bucket = r.bucket and e.learner_id = r.learner_id and e.course_id = v_course.course_id
    and e.is_current
  order by i.n;
end $$;
comment on function milepost.enroll_learners(
  text, text, text[], timestamptz, jsonb, text, text, timestamptz) is
  'Opens the first attempt of up to 10,000 learners at a course, or moves the deadline of their '
  'current one; a row a learner, in order. p_enrolled_at and p_source count only where an '
  'attempt is opened.';
grant execute on function milepost.enroll_learners(
  text, text, text[], timestamptz, jsonb, text, text, timestamptz) to milepost_app;
