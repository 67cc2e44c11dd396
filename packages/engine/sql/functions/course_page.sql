create or replace function milepost.course_page(
  p_tenant text, p_learner text, p_course text, p_attempt integer default null,
  p_now timestamptz default null
) returns table (
  attempt integer, completed_lessons integer, total_lessons integer, progress_percentage numeric,
  first_viewed_at timestamptz, last_viewed_at timestamptz, completed_at timestamptz,
  outline_version integer, completed_outline_version integer, enrolled_at timestamptz,
  withdrawn_at timestamptz, exempted_at timestamptz, due_at timestamptz,
  original_due_at timestamptz,
  time_zone text, overdue boolean, last_viewed_lesson text, lessons json, missing text[]
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_mergejoin = off
set enable_material = off
set jit = off
set timezone = 'UTC'
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := coalesce(p_now, clock_timestamp());
  v_bucket    constant smallint := milepost.bucket_of(p_tenant, p_learner);
begin
  -- Each table is read once, by key, with what was found before as a parameter and not as a join,
  -- which could be planned as one look-up a lesson, or as all records for each lesson. Only what
  -- has been read is joined, which is why hash joins are left on here.
  return query
  with course as materialized (
    select c.course_id, c.outline_version from milepost.course c
    where c.tenant_id = v_tenant_id and c.external_id = p_course
  ), attempt as materialized (
    select a.* from milepost.enrollment e
    cross join lateral milepost.caught_up(e) a
    where e.bucket = v_bucket
      and e.learner_id = (
        select r.learner_id from milepost.learner r
        where r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner)
      and e.course_id = (select c.course_id from course c)
      and case when p_attempt is null then e.is_current else e.attempt_no = p_attempt end
  ), progress as materialized (
    select lp.lesson_id, lp.first_viewed_at, lp.last_viewed_at, lp.completed_at
    from milepost.lesson_progress lp
    where lp.bucket = v_bucket and lp.enrollment_id = (select a.enrollment_id from attempt a)
  ), outline as materialized (
    select l.* from milepost.lesson l
    where l.tenant_id = v_tenant_id and l.course_id = (select a.course_id from attempt a)
  ), record as materialized (
    select l.*, lp.first_viewed_at, lp.last_viewed_at, lp.completed_at,
      case when l.replaced_by is not null then (
        select i.external_id from milepost.lesson i where i.lesson_id = l.replaced_by
      ) end as instead
    from outline l
    left join progress lp using (lesson_id)
    -- Resuming follows a chain of replacements, through retired lessons nobody touched.
    where l.retired_at is null or lp.lesson_id is not null or l.replaced_by is not null
  )
  select a.attempt_no, a.completed_lessons, a.total_lessons, a.progress_percentage::numeric,
    a.first_viewed_at, a.last_viewed_at, a.completed_at, c.outline_version,
    a.completed_outline_version,
    a.enrolled_at, a.withdrawn_at, a.exempted_at, a.due_at, a.original_due_at, a.due_time_zone,
    a.due_at < v_now and a.completed_at is null and a.withdrawn_at is null
      and a.exempted_at is null,
    (select r.external_id from record r where r.lesson_id = a.last_viewed_lesson_id),
    coalesce((
      select json_agg(json_build_array(
          r.external_id, r.title, r.section, r.position, r.required, r.first_viewed_at,
          r.last_viewed_at,
          r.completed_at, r.due_at, r.retired_at, r.instead
        ) order by r.retired_at is not null, r.position, r.external_id)
      from record r
    ), '[]'),
    -- Of a frozen attempt the version it was counted against says what was required, not today's.
    case
      when a.completed_at is not null then '{}'
      when a.is_current then array(
        select r.external_id from record r where r.counts and r.completed_at is null
          order by r.position)
      else array(
        select l.external_id
        from milepost.outline_change oc
        join milepost.lesson l on l.lesson_id = any (oc.required_lesson_ids)
        left join milepost.lesson_progress lp
          on lp.bucket = v_bucket and lp.enrollment_id = a.enrollment_id
            and lp.lesson_id = l.lesson_id
        where oc.tenant_id = a.tenant_id and oc.course_id = a.course_id
          and oc.outline_version = a.counted_version and lp.completed_at is null
        order by l.position)
    end
  from attempt a
  cross join course c;
  if not found then
    perform milepost.refuse_missing(p_tenant, v_tenant_id, p_course, p_learner);
  end if;
end $$;
comment on function milepost.course_page(text, text, text, integer, timestamptz) is
  'All that a learner''s course page shows, in one statement: the attempt''s course progress, '
  'the lessons in outline order with their state (as arrays, a third smaller than objects), what '
  'is missing.';
grant execute on function milepost.course_page(text, text, text, integer,
  timestamptz) to milepost_app;
