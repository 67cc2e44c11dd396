-- Put together from fixed pieces, none of which comes from outside, and run as one statement: each
-- order needs a plan of its own, in which an index gives the rows in that order and the page ends
-- the scan. As one static statement with a case for the order it sorts the whole course.
create or replace function milepost.report_learners(
  p_tenant text, p_course text, p_state text, p_lesson text, p_segment text, p_group text,
  p_sort text, p_descending boolean, p_after_value text, p_after_bucket integer,
  p_after_id bigint, p_limit integer, p_now timestamptz default null
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
  -- Nulls stand where the index has them: first by activity, last by anything else.
  v_nulls     constant text := case when (p_sort = 'lastActivity') = coalesce(p_descending, false)
    then 'nulls last' else 'nulls first' end;
  v_key       constant text := case p_sort
    when 'progress' then 'e.progress_percentage'
    when 'due' then 'e.due_at'
    when 'lastActivity' then 'e.last_viewed_at'
    when 'name' then 'r.name collate "C"'
  end;
  v_id        constant text := case p_sort when 'name' then 'r.learner_id'
    else 'e.enrollment_id' end;
  v_order     constant text := case p_sort
    when 'lastActivity' then format('e.last_viewed_day %1$s %2$s, %3$s %1$s %2$s', v_way, v_nulls,
      v_key)
    else format('%s %s %s', v_key, v_way, v_nulls) end;
begin
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
        else s.state end, e.completed_lessons, e.total_lessons,
      e.progress_percentage::numeric, e.enrolled_at, e.first_viewed_at, e.last_viewed_at, e.due_at,
      e.due_time_zone, e.completed_at, e.withdrawn_at, e.exempted_at,
      (select l.external_id from milepost.lesson l where l.lesson_id = e.last_viewed_lesson_id),
      lp.first_viewed_at, lp.last_viewed_at, lp.completed_at, $1,
      %s, r.bucket::integer, %s
    from %s
    cross join lateral (
      select milepost.attempt_state(e.exempted_at, e.withdrawn_at, e.completed_at, e.due_at,
        e.last_viewed_at, $1) as state
    ) s
    left join lateral (
      select lp.* from milepost.lesson_progress lp
      where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id and lp.lesson_id = $3
    ) lp on true
    where e.course_id = $2 and e.is_current and r.tenant_id = $10
      and (e.withdrawn_at is null or e.withdrawn_at - e.enrolled_at > interval '24 hours')
      and (%s) and (%s) and (%s) and (%s)
    order by %s, r.bucket %s, %s %s
    limit $9
    $query$,
    case p_sort
      when 'name' then 'r.name'
      when 'progress' then 'e.progress_percentage::text'
      else format($value$to_char(%s at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')$value$,
        v_key)
    end,
    v_id,
    case p_sort
      when 'name' then 'milepost.learner r join milepost.enrollment e
        on e.bucket = r.bucket and e.learner_id = r.learner_id'
      else 'milepost.enrollment e join milepost.learner r
        on r.bucket = e.bucket and r.learner_id = e.learner_id and r.tenant_id = e.tenant_id'
    end,
    milepost.state_condition(p_state),
    milepost.segment_condition(case when v_lesson_id is not null
      then coalesce(p_segment, 'viewed') end),
    case when v_group_id is null then 'true' else 'exists (
      select from milepost.group_member gm where gm.group_id = $4 and gm.bucket = e.bucket
        and gm.learner_id = e.learner_id and gm.left_at is null)' end,
    milepost.keyset_condition(p_sort, coalesce(p_descending, false), p_after_id is not null,
      p_after_value is null, v_key, v_id),
    v_order, v_way, v_id, v_way)
  using v_now, v_course.course_id, v_lesson_id, v_group_id, v_now - interval '14 days',
    p_after_value, p_after_bucket, p_after_id, p_limit, v_tenant_id;
end $$;
comment on function milepost.report_learners(
  text, text, text, text, text, text, text, boolean, text, integer, bigint, integer,
  timestamptz) is
  'The people behind the numbers of a course, a page of counted attempts: of one state, of one '
  'segment of a lesson''s viewers, of a group''s members of today; by progress, due, lastActivity '
  'or name. p_after_*: the cursor of the page before.';
grant execute on function milepost.report_learners(
  text, text, text, text, text, text, text, boolean, text, integer, bigint, integer,
  timestamptz) to milepost_app;
