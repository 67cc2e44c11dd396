-- Put together from fixed pieces, none of which comes from outside, and run as one statement: each
-- order needs a plan of its own, in which an index gives the rows in that order and the page ends
-- the scan. As one static statement with a case for the order it sorts the whole course.
create or replace function milepost.report_learners(
  p_tenant text, p_course text, p_state text, p_lesson text, p_segment text, p_group text,
  p_sort text, p_descending boolean, p_after_value text, p_after_bucket integer,
  p_after_id bigint, p_limit integer, p_enrolled_from timestamptz default null,
  p_enrolled_before timestamptz default null, p_due_from timestamptz default null,
  p_due_before timestamptz default null, p_origin text default null,
  p_min_days integer default null, p_max_days integer default null,
  p_now timestamptz default null
) returns table (
  learner text, name text, attempt integer, state text, completed_lessons integer,
  total_lessons integer, progress_percentage numeric, enrolled_at timestamptz,
  first_viewed_at timestamptz, last_viewed_at timestamptz, due_at timestamptz, time_zone text,
  completed_at timestamptz, withdrawn_at timestamptz, exempted_at timestamptz,
  current_lesson text, lesson_first_viewed_at timestamptz, lesson_last_viewed_at timestamptz,
  lesson_completed_at timestamptz, as_of timestamptz, cursor_value text, cursor_bucket integer,
  cursor_id bigint
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
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
  v_course    constant milepost.course := milepost.course_named(v_tenant_id, p_course);
  v_lesson_id bigint;
  v_way       constant text := case when p_descending then 'desc' else 'asc' end;
  -- What a learner has none of sorts as the least of all, and no deadline as the latest: without
  -- nulls one comparison of rows goes on behind a cursor, and an index finds its place.
  v_key       constant text := case p_sort
    when 'progress' then 'e.progress_points'
    when 'due' then 'e.due_order'
    when 'lastActivity' then $k$coalesce(e.last_viewed_at, '-infinity')$k$
    when 'name' then $k$(case when r.name is null then '' else r.name end) collate "C"$k$
  end;
  v_after     constant text := case p_sort
    when 'progress' then '(coalesce($6::numeric * 100, -1))::integer'
    when 'due' then $k$coalesce($6::timestamptz, 'infinity')$k$
    when 'lastActivity' then $k$coalesce(milepost.slot_of($6::timestamptz), -1),
      coalesce($6::timestamptz, '-infinity')$k$
    when 'name' then $k$(coalesce($6::text, '')) collate "C"$k$
  end;
  v_value     constant text := case p_sort
    when 'progress' then 'e.progress_percentage::text'
    when 'name' then 'r.name'
    else format($k$to_char(%s at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')$k$,
      case p_sort when 'due' then 'e.due_at' else 'e.last_viewed_at' end)
  end;
  -- A bucket and a number of the table whose index gives the order.
  v_row       constant text := case p_sort when 'name' then 'r' else 'e' end;
  v_id        constant text := case p_sort when 'name' then 'r.learner_id'
    else 'e.enrollment_id' end;
  -- Beside a recount an index may give another order, or another state: then all are looked at.
  v_attempts  constant text := case
    when p_sort = 'progress' and exists (
        select from milepost.recount r where r.course_id = v_course.course_id)
      or milepost.reports_lag(v_course.course_id)
    then 'milepost.current_attempts($2)'
    else 'milepost.enrollment'
  end;
  v_keys      constant text := case p_sort
    when 'lastActivity' then 'e.last_viewed_slot, ' else '' end || v_key;
  -- The day begun counts whole; and who took no time at all took less than any.
  v_longer_than constant integer := case when p_min_days > 0 then least(p_min_days, 1000000) - 1
    else -1000000 end;
  v_at_most   constant integer := least(coalesce(p_max_days, 1000000), 1000000);
  v_are_few   constant boolean := p_origin is not null and milepost.are_few(
    v_course.course_id, p_origin, coalesce(p_min_days, 0), v_at_most, v_now);
begin
  perform milepost.has_window(p_enrolled_from, p_enrolled_before);
  perform milepost.has_window(p_due_from, p_due_before);
  if p_lesson is not null then
    select l.lesson_id into v_lesson_id from milepost.lesson l
    where l.course_id = v_course.course_id and l.external_id = p_lesson;
    if not found then
      perform milepost.refuse('lesson_not_found');
    end if;
  end if;
  if v_key is null then
    perform milepost.refuse('cursor_invalid');
  end if;

  return query execute format($query$
    select r.external_id, r.name, e.attempt_no,
      case when e.completed_at is not null and s.state like 'completed%%' then 'completed'
        else s.state end,
      e.completed_lessons, e.total_lessons, e.progress_percentage::numeric, e.enrolled_at,
      e.first_viewed_at, e.last_viewed_at, e.due_at, e.due_time_zone, e.completed_at,
      e.withdrawn_at, e.exempted_at,
      (select l.external_id from milepost.lesson l where l.lesson_id = e.last_viewed_lesson_id),
      lp.first_viewed_at, lp.last_viewed_at, lp.completed_at, $1, %1$s, e.bucket::integer, %2$s
    -- First the page, out of as little as decides on it; then what it shows of each.
    from (
      select q.e as attempt, row_number() over () as n
      from (
        select e from %3$s
        cross join lateral (
          select milepost.attempt_state(e.exempted_at, e.withdrawn_at, e.completed_at, e.due_at,
            e.last_viewed_at, $1) as state
        ) s
        where e.course_id = $2 and e.is_current and e.tenant_id = $10
          and (e.withdrawn_at is null or e.withdrawn_at - e.enrolled_at > interval '24 hours')
          and milepost.enrolled_within(e.enrolled_at, $11, $12)
          and (%4$s) and (%5$s) and (%6$s) and (%7$s) and (%9$s) and (%10$s)
        order by %8$s
        limit $9
      ) q
    ) p
    cross join lateral milepost.caught_up(p.attempt) e
    join milepost.learner r on r.bucket = e.bucket and r.learner_id = e.learner_id
    cross join lateral (
      select milepost.attempt_state(e.exempted_at, e.withdrawn_at, e.completed_at, e.due_at,
        e.last_viewed_at, $1) as state
    ) s
    left join milepost.lesson_progress lp
      on lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id and lp.lesson_id = $3
    order by p.n
    $query$,
    v_value, v_id,
    case p_sort
      when 'name' then format('milepost.learner r join %s e
        on e.bucket = r.bucket and e.learner_id = r.learner_id and r.tenant_id = $10', v_attempts)
      else v_attempts || ' e'
    end,
    milepost.state_condition(p_state),
    milepost.segment_condition(case when v_lesson_id is not null
      then coalesce(p_segment, 'viewed') end),
    case when v_group_id is null then '$4::bigint is null' else 'exists (
      select from milepost.group_member gm where gm.group_id = $4 and gm.bucket = e.bucket
        and gm.learner_id = e.learner_id and ' || case when p_origin is null
        then 'gm.left_at is null'
        -- As the curve has it, whose people they are.
        else 'gm.joined_at <= e.enrolled_at and coalesce(gm.left_at > e.enrolled_at, true)'
      end || ')' end,
    case when p_after_id is null
      then '$6::text is null and $7::smallint is null and $8::bigint is null'
      else format('(%s, %s.bucket, %s) %s (%s, $7::smallint, $8)', v_keys, v_row, v_id,
          case when p_descending then '<' else '>' end, v_after)
        -- The ten minutes alone, which the index has; within them there is none to be searched by.
        || case p_sort when 'lastActivity' then format(
          $c$ and e.last_viewed_slot %s coalesce(milepost.slot_of($6::timestamptz), -1)$c$,
          case when p_descending then '<=' else '>=' end) else '' end
    end,
    -- No index gives the order of what is selected: few are all found first, and sorted then.
    (select string_agg(case when v_are_few then '(select ' || k || ')' else k end
       || ' ' || v_way, ', ' order by n)
     from unnest(case p_sort
       when 'lastActivity'
         then array['e.last_viewed_slot', v_key]
       else array[v_key] end || array[v_row || '.bucket', v_id])
       with ordinality o (k, n)),
    milepost.due_condition(p_due_from is not null or p_due_before is not null),
    milepost.taken_condition(p_origin))
  using v_now, v_course.course_id, v_lesson_id, v_group_id, v_now - interval '336 hours',
    p_after_value, p_after_bucket, p_after_id, p_limit, v_tenant_id, p_enrolled_from,
    p_enrolled_before, coalesce(p_due_from, '-infinity'), coalesce(p_due_before, 'infinity'),
    make_interval(hours => 24 * v_longer_than), make_interval(hours => 24 * v_at_most);
end $$;
comment on function milepost.report_learners(
  text, text, text, text, text, text, text, boolean, text, integer, bigint, integer,
  timestamptz, timestamptz, timestamptz, timestamptz, text, integer, integer, timestamptz) is
  'The people behind the numbers of a course, a page of counted attempts: of one state, of one '
  'segment of a lesson''s viewers, of a group''s members of today, of an enrollment window, with a '
  'deadline from p_due_from on and before p_due_before; by progress, due, lastActivity or name. '
  'With p_origin those who completed within p_min_days to p_max_days of it (firstAccess or '
  'enrolled), and of a group its members when the attempt began: those behind '
  'report_time_to_complete. p_after_*: the cursor of the page before.';
grant execute on function milepost.report_learners(
  text, text, text, text, text, text, text, boolean, text, integer, bigint, integer,
  timestamptz, timestamptz, timestamptz, timestamptz, text, integer, integer, timestamptz)
  to milepost_app;
