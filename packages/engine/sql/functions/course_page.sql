create or replace function milepost.course_page(
  p_tenant text, p_learner text, p_course text, p_attempt integer default null,
  p_now timestamptz default null, p_known_version integer default null
) returns table (
  attempt integer, completed_lessons integer, total_lessons integer, progress_percentage numeric,
  first_viewed_at timestamptz, last_viewed_at timestamptz, completed_at timestamptz,
  outline_version integer, completed_outline_version integer, enrolled_at timestamptz,
  withdrawn_at timestamptz, exempted_at timestamptz, due_at timestamptz,
  original_due_at timestamptz,
  time_zone text, overdue boolean, last_viewed_lesson_number double precision, records json,
  missing text[], outline json
)
language plpgsql stable security definer
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
  v_now       constant timestamptz := coalesce(p_now, clock_timestamp());
  v_bucket    constant smallint := milepost.bucket_of(p_tenant, p_learner);
  v_found     record;
  v_version   integer;
  a           milepost.enrollment;
begin
  -- From the outside in: as plain joins, all attempts of a learner may be read for the one.
  select c.outline_version, c.title, e.attempt into v_found
  from milepost.course c
  join milepost.learner r
    on r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner
  cross join lateral (
    select e as attempt from milepost.enrollment e
    where e.bucket = v_bucket and e.learner_id = r.learner_id and e.course_id = c.course_id
      and case when p_attempt is null then e.is_current else e.attempt_no = p_attempt end
    offset 0
  ) e
  where c.tenant_id = v_tenant_id and c.external_id = p_course;
  if not found then
    perform milepost.refuse_missing(p_tenant, v_tenant_id, p_course, p_learner);
  end if;
  v_version := v_found.outline_version;
  a := milepost.caught_up(v_found.attempt);

  attempt := a.attempt_no;
  completed_lessons := a.completed_lessons;
  total_lessons := a.total_lessons;
  progress_percentage := a.progress_percentage;
  first_viewed_at := a.first_viewed_at;
  last_viewed_at := a.last_viewed_at;
  completed_at := a.completed_at;
  outline_version := v_version;
  completed_outline_version := a.completed_outline_version;
  enrolled_at := a.enrolled_at;
  withdrawn_at := a.withdrawn_at;
  exempted_at := a.exempted_at;
  due_at := a.due_at;
  original_due_at := a.original_due_at;
  time_zone := a.due_time_zone;
  overdue := a.due_at < v_now and a.completed_at is null and a.withdrawn_at is null
    and a.exempted_at is null;
  last_viewed_lesson_number := a.last_viewed_lesson_id;
  -- Numbers only, and all of one type: a third of what JSON of texts takes to make and to read.
  records := (
    select array_to_json(array_agg(array[
      lp.lesson_id::double precision,
      date_part('epoch', lp.first_viewed_at) * 1000,
      date_part('epoch', lp.last_viewed_at) * 1000,
      date_part('epoch', lp.completed_at) * 1000
    ]))
    from milepost.lesson_progress lp
    where lp.bucket = v_bucket and lp.enrollment_id = a.enrollment_id
  );
  -- Of a frozen attempt the version it was counted against says what was required, not today's.
  if not a.is_current and a.completed_at is null then
    missing := array(
      select l.external_id
      from milepost.outline_change oc
      join milepost.lesson l on l.lesson_id = any (oc.required_lesson_ids)
      left join milepost.lesson_progress lp
        on lp.bucket = v_bucket and lp.enrollment_id = a.enrollment_id
          and lp.lesson_id = l.lesson_id
      where oc.tenant_id = v_tenant_id and oc.course_id = a.course_id
        and oc.outline_version = a.counted_version and lp.completed_at is null
      order by l.position
    );
  end if;
  if v_version is distinct from p_known_version then
    outline := (
      select json_build_array(v_found.title, coalesce(json_agg(json_build_array(
        l.lesson_id, l.external_id, l.title, l.section, l.position, l.required,
        date_part('epoch', l.published_at) * 1000, date_part('epoch', l.due_at) * 1000,
        date_part('epoch', l.retired_at) * 1000,
        (select i.external_id from milepost.lesson i where i.lesson_id = l.replaced_by), l.counts
      ) order by l.retired_at is not null, l.position, l.external_id), '[]'))
      from milepost.lesson l
      where l.tenant_id = v_tenant_id and l.course_id = a.course_id
    );
  end if;
  return next;
end $$;
comment on function milepost.course_page(text, text, text, integer, timestamptz, integer) is
  'All that a learner''s course page shows, in one snapshot: the attempt''s course progress; '
  'its lesson records as arrays of lesson, first and last view and completion; what is missing of '
  'a superseded attempt (of a current one the outline says it); the course''s title and outline, '
  'retired lessons included, unless its version is p_known_version. Instants in arrays are '
  'milliseconds since 1970, lessons the numbers that the outline gives them.';
grant execute on function milepost.course_page(text, text, text, integer,
  timestamptz, integer) to milepost_app;
