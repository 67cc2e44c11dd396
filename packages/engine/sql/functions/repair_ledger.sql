create or replace function milepost.repair_ledger(
  p_tenant_id integer, p_enrollment_ids bigint[], p_actor text, p_now timestamptz
) returns void
language sql as $$
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, lesson_id, outline_version,
    occurred_at, received_at, source, actor, reason, data
  )
  select e.bucket, e.tenant_id, x.type::milepost.event_type, e.learner_id, e.course_id,
    e.enrollment_id, x.lesson_id, x.outline_version, least(x.occurred_at, x.received_at),
    x.received_at, 'doctor', p_actor, x.reason, x.data
  from milepost.enrollment e
  join milepost.derived_progress(p_tenant_id, p_enrollment_ids) d
    on d.bucket = e.bucket and d.enrollment_id = e.enrollment_id
  cross join lateral (
    select 'enrollment.created' as type, null::bigint as lesson_id,
      e.enrolled_outline_version as outline_version, e.enrolled_at as occurred_at,
      e.created_at as received_at, null::text as reason, null::jsonb as data
    union all
    select 'lesson.completed', lp.lesson_id,
      -- The version that stood when we learned of it.
      (select max(oc.outline_version) from milepost.outline_change oc
        where oc.tenant_id = e.tenant_id and oc.course_id = e.course_id
          and oc.changed_at <= lp.completion_received_at),
      lp.completed_at, lp.completion_received_at, null, null
    from milepost.lesson_progress lp
    where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id
      and lp.completed_at is not null
    union all
    select 'course.completed', null, e.completed_outline_version, e.completed_at,
      greatest(e.completed_at, p_now), null, (
        -- An edit completes at its own instant, whenever the last lesson was.
        select '{"cause": "outline.changed"}'::jsonb from milepost.outline_change oc
        where oc.tenant_id = e.tenant_id and oc.course_id = e.course_id
          and oc.outline_version = e.completed_outline_version and oc.changed_at = e.completed_at)
    where e.completed_at is not null and d.completed_at is not null
    union all
    select 'enrollment.withdrawn', null, null, e.withdrawn_at, greatest(e.withdrawn_at, p_now),
      e.withdrawn_reason, null
    where e.withdrawn_at is not null
    union all
    select 'enrollment.exempted', null, null, e.exempted_at, greatest(e.exempted_at, p_now),
      e.exempted_reason, null
    where e.exempted_at is not null
  ) x
  where e.tenant_id = p_tenant_id and e.enrollment_id = any (p_enrollment_ids)
    and not exists (
      select from milepost.progress_event pe
      where pe.bucket = e.bucket and pe.enrollment_id = e.enrollment_id
        and pe.type = x.type::milepost.event_type and pe.lesson_id is not distinct from x.lesson_id
        -- An exemption that was taken back says nothing of one that was given since.
        and (x.type <> 'enrollment.exempted' or not exists (
          select from milepost.progress_event b
          where b.bucket = e.bucket and b.enrollment_id = e.enrollment_id
            and b.event_no > pe.event_no and b.type = 'enrollment.reinstated'))
    )
  order by e.bucket, e.enrollment_id, x.received_at
$$;
comment on function milepost.repair_ledger(integer, bigint[], text, timestamptz) is
  'Appends what the ledger lacks of these attempts: beginning, completions, withdrawal, exemption. '
  'An entry too many stays: the ledger is append-only. A completion that the facts do not bear out '
  'gets none.';
