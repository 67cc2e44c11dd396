create or replace function milepost.attempt_entries(p_tenant_id integer)
returns table (
  bucket smallint, enrollment_id bigint, course_id bigint, opened_times bigint,
  opened_version integer, completed_version integer, completed_at timestamptz,
  completed_by_edit boolean, withdrawn_at timestamptz, exempted_at timestamptz
)
language sql stable as $$
  select pe.bucket, pe.enrollment_id, min(pe.course_id),
    count(*) filter (where pe.type = 'enrollment.created'),
    min(pe.outline_version) filter (where pe.type = 'enrollment.created'),
    min(pe.outline_version) filter (where pe.type = 'course.completed'),
    min(pe.occurred_at) filter (where pe.type = 'course.completed'),
    bool_or(pe.data ->> 'cause' = 'outline.changed') filter (where pe.type = 'course.completed'),
    min(pe.occurred_at) filter (where pe.type = 'enrollment.withdrawn'),
    -- The last word counts: an exemption may have been taken back, and given again.
    (array_agg(case when pe.type = 'enrollment.exempted' then pe.occurred_at end
      order by pe.event_no desc)
      filter (where pe.type in ('enrollment.exempted', 'enrollment.reinstated')))[1]
  from milepost.progress_event pe
  where pe.tenant_id = p_tenant_id and pe.type in (
    'enrollment.created', 'course.completed', 'enrollment.withdrawn', 'enrollment.exempted',
    'enrollment.reinstated')
  group by pe.bucket, pe.enrollment_id
$$;
comment on function milepost.attempt_entries(integer) is
  'What the ledger says of the beginning and the end of each attempt of a tenant.';
