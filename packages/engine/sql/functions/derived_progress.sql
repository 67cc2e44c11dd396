create or replace function milepost.derived_progress(p_tenant_id integer, p_enrollment_ids bigint[])
returns table (
  bucket smallint, enrollment_id bigint, course_id bigint, learner_id bigint,
  counted_version integer,
  total_lessons integer, completed_lessons integer, progress_percentage numeric,
  first_viewed_at timestamptz, last_viewed_at timestamptz, last_viewed_lesson_id bigint,
  last_completion_at timestamptz, is_complete boolean, outline_version integer
)
language sql stable as $$
  select e.bucket, e.enrollment_id, e.course_id, e.learner_id, v.counted_version,
    cardinality(oc.required_lesson_ids), coalesce(f.completed, 0)::integer,
    trunc(coalesce(f.completed, 0) * 100::numeric / nullif(cardinality(oc.required_lesson_ids),
      0), 2),
    f.first_viewed_at, f.last_viewed_at,
    -- Of several lessons at the last instant the stored one is as good as any.
    case when e.last_viewed_lesson_id = any (f.last_lessons) then e.last_viewed_lesson_id
      else f.last_lessons[1] end,
    f.last_completion_at,
    cardinality(oc.required_lesson_ids) > 0
      and coalesce(f.completed, 0) = cardinality(oc.required_lesson_ids),
    case when e.is_current then c.outline_version else v.counted_version end
  from milepost.enrollment e
  join milepost.course c on c.course_id = e.course_id
  cross join lateral (
    select case when e.is_current and e.completed_at is null then c.required_version
      else e.counted_version end as counted_version
  ) v
  join milepost.outline_change oc
    on oc.tenant_id = e.tenant_id and oc.course_id = e.course_id
    and oc.outline_version = v.counted_version
  left join lateral (
    select min(lp.first_viewed_at) as first_viewed_at, max(lp.last_viewed_at) as last_viewed_at,
      count(*) filter (where lp.completed_at is not null
        and lp.lesson_id = any (oc.required_lesson_ids))
        as completed,
      max(lp.completed_at) filter (where lp.lesson_id = any (oc.required_lesson_ids))
        as last_completion_at,
      array_agg(lp.lesson_id order by lp.lesson_id) filter (where lp.last_viewed_at = (
        select max(o.last_viewed_at) from milepost.lesson_progress o
        where o.bucket = e.bucket and o.enrollment_id = e.enrollment_id)) as last_lessons
    from milepost.lesson_progress lp
    where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id
  ) f on true
  where e.tenant_id = p_tenant_id
    and (p_enrollment_ids is null or e.enrollment_id = any (p_enrollment_ids))
$$;
comment on function milepost.derived_progress(integer, bigint[]) is
  'The course progress of the attempts of a tenant, or of some of them, counted again from the '
  'lesson records and the outline history alone. What is stored must equal it.';
