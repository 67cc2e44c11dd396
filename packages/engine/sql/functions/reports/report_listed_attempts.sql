-- Put together from fixed pieces, none of which comes from outside, as report_learners is: each
-- order has an index that gives a course's rows in it, and the pages of all courses are merged.
create or replace function milepost.report_listed_attempts(
  p_tenant text, p_group text, p_state text, p_due_from timestamptz, p_due_before timestamptz,
  p_completed_from timestamptz, p_completed_before timestamptz, p_enrolled_from timestamptz,
  p_enrolled_before timestamptz, p_after_value timestamptz, p_after_bucket integer,
  p_after_id bigint, p_limit integer, p_now timestamptz default null
) returns table (
  learner text, name text, course text, course_title text, attempt integer, state text,
  completed_lessons integer, total_lessons integer, progress_percentage numeric,
  enrolled_at timestamptz, first_viewed_at timestamptz, last_viewed_at timestamptz,
  due_at timestamptz, time_zone text, completed_at timestamptz, as_of timestamptz,
  cursor_value timestamptz, cursor_bucket integer, cursor_id bigint, total bigint
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_custom_plan
set jit = off
-- A page ends its scan early: workers would begin one each, and take longer to start than it lasts.
set max_parallel_workers_per_gather = 0
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_group_id  constant bigint := case when p_group is not null then
    milepost.group_number(v_tenant_id, p_group) end;
  v_by_completion constant boolean := milepost.has_window(p_completed_from, p_completed_before);
  v_has_due       constant boolean := milepost.has_window(p_due_from, p_due_before);
  v_windowed      constant boolean := milepost.has_window(p_enrolled_from, p_enrolled_before);
  v_order     constant text := milepost.listed_order(p_state, v_has_due, v_by_completion);
  v_keys      constant text := case v_order
    when 'completed' then '%1$s.completed_at desc, %1$s.bucket desc, %1$s.enrollment_id desc'
    when 'due' then '%1$s.due_order, %1$s.bucket, %1$s.enrollment_id'
    else $k$%1$s.last_viewed_slot, coalesce(%1$s.last_viewed_at, '-infinity'), %1$s.bucket,
      %1$s.enrollment_id$k$
  end;
  v_of_course constant text := case when v_by_completion
    -- Nothing is complete before we learn of it: later entries than p_completed_from have them all.
    then 'milepost.progress_event pe
      join milepost.enrollment e on e.bucket = pe.bucket and e.enrollment_id = pe.enrollment_id
        and pe.course_id = c.course_id and pe.type = ''course.completed''
        and pe.received_at >= $9'
    else 'milepost.enrollment e'
  end;
  v_matches   constant text := format($f$
    cross join lateral (
      select milepost.attempt_state(e.exempted_at, e.withdrawn_at, e.completed_at, e.due_at,
        e.last_viewed_at, $1) as state
    ) s
    where e.is_current and e.tenant_id = $2
      and (e.withdrawn_at is null or e.withdrawn_at - e.enrolled_at > interval '24 hours')
      and milepost.enrolled_within(e.enrolled_at, $4, $5)
      and (%s) and (%s) and (%s)$f$,
    milepost.listed_condition(p_state),
    case when v_has_due
      then 'e.due_order >= $7 and e.due_order < $8 and e.exempted_at is null' else 'true' end,
    case when v_by_completion
      then 'e.completed_at >= $9 and e.completed_at < $10' else 'true' end);
  v_after     constant text := case
    when p_after_id is null then 'true'
    when v_order = 'completed'
      then '(e.completed_at, e.bucket, e.enrollment_id) < ($11, $12::smallint, $13)'
    when v_order = 'due'
      then $k$(e.due_order, e.bucket, e.enrollment_id)
        > (coalesce($11, 'infinity'), $12::smallint, $13)$k$
    else $k$e.last_viewed_slot >= coalesce(milepost.slot_of($11), -1)
      and (e.last_viewed_slot, coalesce(e.last_viewed_at, '-infinity'), e.bucket, e.enrollment_id)
        > (coalesce(milepost.slot_of($11), -1), coalesce($11, '-infinity'), $12::smallint, $13)$k$
  end;
  v_total     bigint;
begin
  -- Of the first page: counting takes longer than reading one of those behind it.
  if p_after_id is null and (v_windowed or v_has_due or v_by_completion) then
    execute format($query$
      select (
        select coalesce(sum(n.n), 0)
        from milepost.summed_courses($2, null, $3, false) c
        cross join lateral (
          select count(*) as n from %1$s %2$s and e.course_id = c.course_id
        ) n
      ) + (select count(*) from milepost.scanned_attempts($2, null, $3, false, null, null) e %2$s)
      $query$, v_of_course, v_matches)
    into v_total
    using v_now, v_tenant_id, v_group_id, p_enrolled_from, p_enrolled_before, p_limit,
      coalesce(p_due_from, '-infinity'), coalesce(p_due_before, 'infinity'),
      coalesce(p_completed_from, '-infinity'), coalesce(p_completed_before, 'infinity');
  elsif p_after_id is null then
    v_total := milepost.listed_total(v_tenant_id, v_group_id, p_state, v_now);
  end if;

  return query execute format($query$
    select r.external_id, r.name, c.external_id, c.title, e.attempt_no,
      case when s.state like 'completed%%' then 'completed' else s.state end,
      e.completed_lessons, e.total_lessons, e.progress_percentage::numeric, e.enrolled_at,
      e.first_viewed_at, e.last_viewed_at, e.due_at, e.due_time_zone, e.completed_at, $1,
      %6$s, e.bucket::integer, e.enrollment_id, $14
    from (values (1)) one
    left join lateral (
      select n.*, q.n
      from (
        select x.e as attempt, row_number() over () as n
        from (
          select x.e
          from (
            select a.e
            from milepost.summed_courses($2, null, $3, false) c
            cross join lateral (
              select e from %1$s %2$s and e.course_id = c.course_id and (%3$s)
              order by %4$s
              limit $6
            ) a
            union all
            select e
            from milepost.scanned_attempts($2, null, $3, false, null, null) e %2$s and (%3$s)
          ) x
          order by %5$s
          limit $6
        ) x
      ) q
      cross join lateral milepost.caught_up(q.attempt) n
    ) e on true
    left join milepost.learner r on r.bucket = e.bucket and r.learner_id = e.learner_id
    left join milepost.course c on c.course_id = e.course_id
    cross join lateral (
      select case when e.enrollment_id is not null then milepost.attempt_state(e.exempted_at,
        e.withdrawn_at, e.completed_at, e.due_at, e.last_viewed_at, $1) end as state
    ) s
    order by e.n
    $query$,
    v_of_course, v_matches, v_after, format(v_keys, 'e'), format(v_keys, '(x.e)'),
    case v_order when 'completed' then 'e.completed_at' when 'due' then 'e.due_at'
      else 'e.last_viewed_at' end)
  using v_now, v_tenant_id, v_group_id, p_enrolled_from, p_enrolled_before, p_limit,
    coalesce(p_due_from, '-infinity'), coalesce(p_due_before, 'infinity'),
    coalesce(p_completed_from, '-infinity'), coalesce(p_completed_before, 'infinity'),
    p_after_value, p_after_bucket, p_after_id, v_total;
end $$;
comment on function milepost.report_listed_attempts(
  text, text, text, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz,
  timestamptz, integer, bigint, integer, timestamptz) is
  'Counted attempts of all courses, a page: of one state, with a deadline or a completion within '
  'some time, of a group''s members of today, of an enrollment window. By listed_order. total, on '
  'the first page, counts them all. One row of nulls where there is none.';
grant execute on function milepost.report_listed_attempts(
  text, text, text, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz,
  timestamptz, integer, bigint, integer, timestamptz) to milepost_app;
