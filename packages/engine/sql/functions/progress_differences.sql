create or replace function milepost.progress_differences(p_tenant_id integer)
returns table (
  course_id bigint, bucket smallint, enrollment_id bigint, name text, stored text, derived text
)
language sql stable as $$
  select e.course_id, e.bucket, e.enrollment_id, x.name, x.stored, x.derived
  from milepost.derived_progress(p_tenant_id, null) d
  join milepost.enrollment e on e.bucket = d.bucket and e.enrollment_id = d.enrollment_id
  left join milepost.progress_event pe
    on pe.bucket = e.bucket and pe.enrollment_id = e.enrollment_id and pe.type = 'course.completed'
  cross join lateral (values
    ('counted_version', e.counted_version::text, d.counted_version::text),
    ('total_lessons', e.total_lessons::text, d.total_lessons::text),
    ('completed_lessons', e.completed_lessons::text, d.completed_lessons::text),
    ('progress_percentage', e.progress_percentage::text, d.progress_percentage::numeric(5,2)::text),
    ('first_viewed_at', e.first_viewed_at::text, d.first_viewed_at::text),
    ('last_viewed_at', e.last_viewed_at::text, d.last_viewed_at::text),
    ('last_viewed_lesson_id', e.last_viewed_lesson_id::text, d.last_viewed_lesson_id::text),
    -- The instant is the ledger's word: an edit may have completed the attempt later than its last
    -- lesson.
    ('completed_at', e.completed_at::text, case
      when d.is_complete then coalesce(pe.occurred_at, d.last_completion_at)::text end),
    ('course.completed in the ledger', e.completed_at::text, pe.occurred_at::text)
  ) x (name, stored, derived)
  where x.stored is distinct from x.derived
  union all
  select lp.course_id, lp.bucket, lp.enrollment_id, 'lesson.completed in the ledger',
    lp.completed_at::text, pe.occurred_at::text
  from (
    select * from milepost.lesson_progress lp where lp.tenant_id = p_tenant_id
      and lp.completed_at is not null
  ) lp
  full join (
    select * from milepost.progress_event pe where pe.tenant_id = p_tenant_id
      and pe.type = 'lesson.completed'
  ) pe on pe.bucket = lp.bucket and pe.enrollment_id = lp.enrollment_id
    and pe.lesson_id = lp.lesson_id
  where lp.completed_at is distinct from pe.occurred_at
  union all
  select c.course_id, null, null, x.name, x.stored, x.derived
  from milepost.course c
  left join milepost.outline_change oc
    on oc.tenant_id = c.tenant_id and oc.course_id = c.course_id
    and oc.outline_version = c.required_version
  cross join lateral (
    select coalesce(array_agg(l.lesson_id order by l.lesson_id) filter (where l.counts),
      '{}') as required
    from milepost.lesson l
    where l.course_id = c.course_id
  ) f
  cross join lateral (values
    ('total_lessons', c.total_lessons::text, cardinality(f.required)::text),
    ('required lessons of required_version', oc.required_lesson_ids::text, f.required::text),
    ('outline_version', c.outline_version::text, (
      select max(h.outline_version)::text from milepost.outline_change h
      where h.tenant_id = c.tenant_id and h.course_id = c.course_id))
  ) x (name, stored, derived)
  where c.tenant_id = p_tenant_id and x.stored is distinct from x.derived
$$;
comment on function milepost.progress_differences(integer) is
  'Every stored number of a tenant that is not what the facts say: attempts, courses, and '
  'completions against the ledger. No row means that all is exact.';
