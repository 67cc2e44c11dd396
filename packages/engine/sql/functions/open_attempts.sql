create or replace function milepost.open_attempts(
  p_tenant_id integer, p_facts milepost.fact[], p_source text, p_actor text
) returns boolean
language plpgsql as $$
declare
  v_without constant milepost.fact[] := milepost.facts_without_attempt(p_facts);
begin
  if cardinality(v_without) > 0 then
    with first_fact as (
      select distinct on (f.bucket, f.learner_id, f.course_id) f.*
      from unnest(v_without) f
      order by f.bucket, f.learner_id, f.course_id, f.ord
    ), opened as (
      insert into milepost.enrollment as e (
        bucket, tenant_id, learner_id, course_id, created_at, enrolled_at, source,
        total_lessons, counted_version, enrolled_outline_version
      )
      select f.bucket, p_tenant_id, f.learner_id, f.course_id, f.received_at, f.occurred_at, 'self',
        c.total_lessons, c.required_version, c.outline_version
      from first_fact f
      left join milepost.course c on c.course_id = f.course_id
      order by f.bucket, f.learner_id, f.course_id
      on conflict do nothing
      returning e.*, e as attempt
    ), counted as (
      insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
      select o.bucket, o.tenant_id, o.course_id, milepost.attempt_changes(null, o.attempt)
      from opened o
    )
    insert into milepost.progress_event (
      bucket, tenant_id, type, learner_id, course_id, enrollment_id, outline_version,
      occurred_at, received_at, source, actor, data
    )
    select o.bucket, o.tenant_id, 'enrollment.created', o.learner_id, o.course_id, o.enrollment_id,
      o.enrolled_outline_version, o.enrolled_at, o.created_at, 'self', p_actor,
      jsonb_build_object('attempt', o.attempt_no)
    from opened o
    order by o.bucket, o.enrollment_id;
    return true;
  end if;
  return false;
end $$;
comment on function milepost.open_attempts(integer, milepost.fact[], text, text) is
  'Opens the attempts that the facts of a batch lack, in key order; whether there were any.';
