-- Earlier instants are reached by undoing what was learned since: few entries for yesterday, and
-- never more than the course's withdrawals, exemptions, moved deadlines and completions. Of an
-- attempt viewed since, nobody knows its last view before; it is taken to have been active.
-- Of the present nothing is undone: the planner, told so, knows how many are exempt or withdrawn.
--
-- What happened after the instant shows in the attempt's own times; the ledger is asked for what
-- happened before it and was told of after it, which is little, and for deadlines moved and
-- exemptions taken back since. That its entries are of the same times as the attempt is what doctor
-- compares. Nothing here keeps workers out: no sub-select that is correlated, and none that is kept
-- aside.
create or replace function milepost.report_attempts(
  p_course_id bigint, p_group_id bigint, p_at_start boolean, p_as_of timestamptz, p_lags boolean,
  p_enrolled_from timestamptz default null, p_enrolled_before timestamptz default null
) returns table (
  bucket smallint, enrollment_id bigint, learner_id bigint, enrolled_at timestamptz,
  exempted_at timestamptz, withdrawn_at timestamptz, completed_at timestamptz, due_at timestamptz,
  original_due_at timestamptz, first_viewed_at timestamptz, last_viewed_at timestamptz,
  frontier_lesson_id bigint
)
language sql stable parallel safe as $$
  with attempt as (
    -- The one that was current then is the last that was known: today's, but for the few that were
    -- opened since or have been superseded.
    select e.* from milepost.enrollment e
    where not coalesce(p_lags, (select milepost.reports_lag(p_course_id)))
      and e.course_id = p_course_id and e.created_at <= coalesce(p_as_of, 'infinity')
      and (e.is_current or p_as_of is not null and not milepost.was_followed(
        e.bucket, e.learner_id, e.course_id, e.attempt_no, p_as_of))
    union all
    -- Beside a recount: most as they are stored, those that it may change as they will be.
    select e.*
    from milepost.enrollment e
    left join milepost.recount r on r.course_id = e.course_id and r.part = e.bucket / 256
    where coalesce(p_lags, (select milepost.reports_lag(p_course_id))) and e.course_id = p_course_id
      and (r.part is null or not milepost.may_count_otherwise(e, r))
      and e.created_at <= coalesce(p_as_of, 'infinity')
      and (e.is_current or p_as_of is not null and not milepost.was_followed(
        e.bucket, e.learner_id, e.course_id, e.attempt_no, p_as_of))
    union all
    select a.*
    from milepost.recount r
    join milepost.enrollment e on e.course_id = r.course_id and e.bucket / 256 = r.part
      and milepost.may_count_otherwise(e, r)
    cross join lateral milepost.caught_up(e) a
    where coalesce(p_lags, (select milepost.reports_lag(p_course_id))) and r.course_id = p_course_id
      and e.created_at <= coalesce(p_as_of, 'infinity')
      and (e.is_current or p_as_of is not null and not milepost.was_followed(
        e.bucket, e.learner_id, e.course_id, e.attempt_no, p_as_of))
  ), stood as (
    select a.bucket, a.enrollment_id, a.learner_id, a.enrolled_at,
      case
        when u.reinstated then milepost.exempted_before(a.bucket, a.enrollment_id, p_as_of)
        when p_as_of is null or not coalesce(u.exempted or a.exempted_at > p_as_of, false)
          then a.exempted_at
      end as exempted_at,
      case when p_as_of is null or not coalesce(u.withdrawn or a.withdrawn_at > p_as_of, false)
        then a.withdrawn_at end as withdrawn_at,
      case when p_as_of is null or not coalesce(u.completed or a.completed_at > p_as_of, false)
        then a.completed_at end as completed_at,
      case when p_as_of is null or u.due_moved is null then a.due_at else (milepost.deadline_before(
        a.bucket, a.enrollment_id, u.due_moved, p_as_of)).due_at end as due_at,
      case when p_as_of is null or u.due_moved is null or (milepost.deadline_before(
        a.bucket, a.enrollment_id, u.due_moved, p_as_of)).was_there
        then a.original_due_at end as original_due_at,
      case when a.first_viewed_at <= coalesce(p_as_of, 'infinity') then a.first_viewed_at end
        as first_viewed_at,
      case when a.first_viewed_at <= coalesce(p_as_of, 'infinity') then
        least(a.last_viewed_at, p_as_of) end as last_viewed_at,
      a.frontier_lesson_id
    from attempt a
    left join (
      select pe.bucket, pe.enrollment_id,
        bool_or(pe.type = 'enrollment.withdrawn') as withdrawn,
        bool_or(pe.type = 'enrollment.exempted') as exempted,
        bool_or(pe.type = 'enrollment.reinstated') as reinstated,
        bool_or(pe.type = 'course.completed') as completed,
        min(pe.event_no) filter (where pe.type = 'deadline.moved') as due_moved
      from milepost.progress_event pe
      where pe.course_id = p_course_id and pe.received_at > p_as_of
        and (pe.type in ('deadline.moved', 'enrollment.reinstated') or pe.occurred_at <= p_as_of)
        and pe.type in ('enrollment.withdrawn', 'enrollment.exempted', 'enrollment.reinstated',
          'deadline.moved', 'course.completed')
      group by pe.bucket, pe.enrollment_id
    ) u on u.bucket = a.bucket and u.enrollment_id = a.enrollment_id
  )
  select s.*
  from stood s
  where (s.withdrawn_at is null or s.withdrawn_at - s.enrolled_at > interval '24 hours')
    and milepost.enrolled_within(s.enrolled_at, p_enrolled_from, p_enrolled_before)
    and (p_group_id is null or exists (
      select from milepost.group_member gm
      where gm.group_id = p_group_id and gm.bucket = s.bucket and gm.learner_id = s.learner_id
        and case when p_at_start
          then gm.joined_at <= s.enrolled_at and (gm.left_at is null or gm.left_at > s.enrolled_at)
          else gm.left_at is null end
    ))
$$;
comment on function milepost.report_attempts(
  bigint, bigint, boolean, timestamptz, boolean, timestamptz, timestamptz) is
  'The counted attempts of a course, one by one: now, or as they were known at an earlier '
  'instant; all of them, or those of a group''s members (of today, or p_at_start of when the '
  'attempt began), or of an enrollment window. The lesson it has come to is of now, whatever the '
  'instant. p_lags: what reports_lag says of the course; null where it is yet to be asked.';
