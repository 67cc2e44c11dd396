create or replace function milepost.derived_progress(p_tenant_id integer, p_enrollment_ids bigint[])
returns table (
  bucket smallint, enrollment_id bigint, attempt_no integer, is_current boolean,
  enrolled_outline_version integer, counted_version integer, total_lessons integer,
  completed_lessons integer, progress_percentage numeric, first_viewed_at timestamptz,
  last_viewed_at timestamptz, last_viewed_lesson_id bigint, completed_at timestamptz,
  completed_outline_version integer, furthest_lesson_id bigint, furthest_completed boolean
)
language sql stable as $$
  with version as materialized (
    select * from milepost.outline_versions(p_tenant_id)
  ), entry as materialized (
    select * from milepost.attempt_entries(p_tenant_id)
  ), attempt as (
    select e.*, n.completed_version, n.completed_by_edit,
      coalesce(n.opened_version, e.enrolled_outline_version) as opened_version,
      row_number() over earlier as derived_no,
      lead(e.enrollment_id) over earlier is null as is_last,
      lead(coalesce(n.opened_version, e.enrolled_outline_version)) over earlier
        as next_opened_version
    from milepost.attempts_now(p_tenant_id) e
    left join entry n on n.bucket = e.bucket and n.enrollment_id = e.enrollment_id
    -- The ids of one learner's attempts were given under their lock, in their order.
    window earlier as (partition by e.bucket, e.learner_id, e.course_id order by e.enrollment_id)
  )
  select a.bucket, a.enrollment_id, a.derived_no::integer, a.is_last, a.opened_version,
    v.required_version, cardinality(v.required_lesson_ids), f.completed::integer,
    trunc(f.completed * 100::numeric / nullif(cardinality(v.required_lesson_ids), 0), 2),
    f.first_viewed_at, f.last_viewed_at,
    -- Of several lessons at the last instant the stored one is as good as any.
    case when a.last_viewed_lesson_id = any (f.last_lessons) then a.last_viewed_lesson_id
      else f.last_lessons[1] end,
    case
      when not c.is_complete then null
      when a.completed_by_edit then v.changed_at
      -- Without an entry nothing says whether an edit completed it: what is stored may stand.
      when a.completed_version is null then coalesce(a.completed_at, f.last_completion_at)
      else f.last_completion_at
    end,
    case when c.is_complete then coalesce(
      a.completed_version, a.completed_outline_version,
      case when a.is_last then v.outline_version else v.required_version end) end,
    g.lesson_id, coalesce(g.completed, false)
  from attempt a
  -- What an attempt is counted against: when it was completed, that of its completion; when another
  -- attempt followed, that of the day it was left; else today's.
  left join version v on v.course_id = a.course_id and case
    when coalesce(a.completed_version, a.completed_outline_version, a.next_opened_version) is null
      then v.is_latest
    else v.outline_version
      = coalesce(a.completed_version, a.completed_outline_version, a.next_opened_version)
  end
  cross join lateral (
    select min(lp.first_viewed_at) as first_viewed_at, max(lp.last_viewed_at) as last_viewed_at,
      count(*) filter (
        where lp.completed_at is not null and lp.lesson_id = any (v.required_lesson_ids)
      ) as completed,
      max(lp.completed_at) filter (where lp.lesson_id = any (v.required_lesson_ids))
        as last_completion_at,
      array_agg(lp.lesson_id order by lp.lesson_id) filter (where lp.last_viewed_at = (
        select max(o.last_viewed_at) from milepost.lesson_progress o
        where o.bucket = a.bucket and o.enrollment_id = a.enrollment_id)) as last_lessons
    from milepost.lesson_progress lp
    where lp.bucket = a.bucket and lp.enrollment_id = a.enrollment_id
  ) f
  left join lateral (
    select l.lesson_id, lp.completed_at is not null as completed
    from milepost.lesson_progress lp
    join milepost.lesson l on l.lesson_id = lp.lesson_id and l.retired_at is null
    where lp.bucket = a.bucket and lp.enrollment_id = a.enrollment_id
    order by l.position desc
    limit 1
  ) g on true
  cross join lateral (
    select coalesce(cardinality(v.required_lesson_ids) > 0
      and f.completed = cardinality(v.required_lesson_ids), false) as is_complete
  ) c
  where p_enrollment_ids is null or a.enrollment_id = any (p_enrollment_ids)
$$;
comment on function milepost.derived_progress(integer, bigint[]) is
  'The course progress of the attempts of a tenant, or of some of them, counted again from the '
  'lesson records, the outline history and the ledger alone. What is stored must equal it.';
