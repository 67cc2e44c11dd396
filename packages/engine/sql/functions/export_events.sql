create or replace function milepost.export_events(
  p_tenant text, p_course text, p_outline_version integer, p_after_bucket smallint,
  p_after_id bigint,
  p_limit integer
) returns table (
  bucket smallint, enrollment_id bigint, learner text, attempt integer, lesson text, type text,
  at timestamptz, received_at timestamptz, source text
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  -- A page is of whole attempts: within one, the lesson viewed last comes last, so that whoever
  -- records them in this order arrives at the same last_viewed_lesson.
  return query
  with page as (
    select e.bucket, e.enrollment_id, e.attempt_no, e.last_viewed_lesson_id,
      r.external_id as learner
    from milepost.course c
    join milepost.enrollment e on e.course_id = c.course_id
    join milepost.learner r on r.bucket = e.bucket and r.learner_id = e.learner_id
    where c.tenant_id = v_tenant_id and c.external_id = p_course and r.erased_at is null
      and e.first_viewed_at is not null
      and (e.bucket, e.enrollment_id) > (coalesce(p_after_bucket, -1::smallint),
        coalesce(p_after_id, 0))
    order by e.bucket, e.enrollment_id
    limit p_limit
  ), event as (
    select a.*, lp.lesson_id, 'lesson.completed' as type, lp.completed_at as at,
      lp.completion_received_at as received_at, lp.completion_source as source
    from page a
    join milepost.progress_event pe
      on pe.bucket = a.bucket and pe.enrollment_id = a.enrollment_id
        and pe.type = 'lesson.completed'
      and pe.outline_version = p_outline_version
    join milepost.lesson_progress lp
      on lp.bucket = a.bucket and lp.enrollment_id = a.enrollment_id and lp.lesson_id = pe.lesson_id
    where p_outline_version is not null
    union all
    -- A view at the instant of the completion is implied by it; so is a last view that is the
    -- first.
    select a.*, lp.lesson_id, 'lesson.viewed', v.at, null, null
    from page a
    join milepost.lesson_progress lp on lp.bucket = a.bucket and lp.enrollment_id = a.enrollment_id
    cross join lateral (
      select lp.first_viewed_at as at where lp.first_viewed_at is distinct from lp.completed_at
      union all
      select lp.last_viewed_at where lp.last_viewed_at <> lp.first_viewed_at
        and lp.last_viewed_at is distinct from lp.completed_at
    ) v
    where p_outline_version is null
  )
  select p.bucket, p.enrollment_id, p.learner, p.attempt_no, l.external_id, e.type, e.at,
    e.received_at, e.source
  from page p
  left join event e on e.bucket = p.bucket and e.enrollment_id = p.enrollment_id
  left join milepost.lesson l on l.lesson_id = e.lesson_id
  order by p.bucket, p.enrollment_id, e.lesson_id = p.last_viewed_lesson_id, e.at, e.lesson_id;
end $$;
comment on function milepost.export_events(text, text, integer, smallint, bigint, integer) is
  'The completions that were recorded while a course stood at one outline version, or with a '
  'null version all its views, of p_limit attempts in key order; an attempt without any is one '
  'row of nulls.';
grant execute on function milepost.export_events(text, text, integer, smallint, bigint, integer)
  to milepost_app;
