-- Not all attempts are asked, as report_attempts would: those that are overdue now by a deadline
-- before the instant are counted, and what was learned since is undone of the few it was about.
create or replace function milepost.overdue_known(
  p_tenant_id integer, p_group_id bigint, p_enrolled_from timestamptz,
  p_enrolled_before timestamptz, p_then timestamptz
) returns bigint
language plpgsql stable
set plan_cache_mode = force_custom_plan
as $$
declare
  v_recounting constant boolean := exists (select from milepost.recount);
  v_now        bigint := 0;
begin
  if p_group_id is null and not milepost.has_window(p_enrolled_from, p_enrolled_before) then
    v_now := milepost.due_between(p_tenant_id, null, '-infinity', p_then);
  elsif p_group_id is null then
    select count(*) into v_now from milepost.enrollment e
    where e.tenant_id = p_tenant_id and e.is_current and e.completed_at is null
      and e.withdrawn_at is null and e.exempted_at is null and e.due_at is not null
      and e.due_at < p_then
      and milepost.enrolled_within(e.enrolled_at, p_enrolled_from, p_enrolled_before)
      and (not v_recounting or (milepost.caught_up(e)).completed_at is null);
  end if;
  return (
    with undone as materialized (
      select t.bucket, t.enrollment_id,
        bool_or(t.type = 'enrollment.withdrawn' and t.occurred_at <= p_then) as withdrawn,
        bool_or(t.type = 'enrollment.exempted' and t.occurred_at <= p_then) as exempted,
        bool_or(t.type = 'enrollment.reinstated') as reinstated,
        bool_or(t.type = 'course.completed' and t.occurred_at <= p_then) as completed,
        min(t.event_no) filter (where t.type = 'deadline.moved') as due_moved
      from milepost.course c
      cross join lateral (
        select pe.* from milepost.progress_event pe
        where pe.course_id = c.course_id and pe.received_at > p_then
          and pe.type in ('enrollment.withdrawn', 'enrollment.exempted', 'enrollment.reinstated',
            'deadline.moved', 'course.completed')
        offset 0
      ) t
      where c.tenant_id = p_tenant_id
      group by t.bucket, t.enrollment_id
    ), opened as materialized (
      -- With a deadline before the instant, or in the place of another attempt. One that was given
      -- such a deadline later is among the moved.
      select pe.bucket, pe.enrollment_id, pe.learner_id, pe.course_id,
        (pe.data ->> 'attempt')::integer as attempt_no
      from milepost.progress_event pe
      where pe.tenant_id = p_tenant_id and pe.received_at > p_then
        and pe.type = 'enrollment.created'
        and ((pe.data ->> 'attempt')::integer > 1
          or (pe.data ->> 'dueAt')::timestamptz < p_then)
    ), touched as materialized (
      select u.bucket, u.enrollment_id from undone u where p_group_id is null
      union
      select o.bucket, o.enrollment_id from opened o where p_group_id is null
      union
      select e.bucket, e.enrollment_id
      from opened o
      join milepost.enrollment e on e.bucket = o.bucket and e.learner_id = o.learner_id
        and e.course_id = o.course_id and e.attempt_no = o.attempt_no - 1
      where p_group_id is null
      union
      -- Whom an edit has completed, and the ledger does not know of yet.
      select e.bucket, e.enrollment_id
      from milepost.recount r
      join milepost.enrollment e on e.course_id = r.course_id and e.bucket / 256 = r.part
      where p_group_id is null and r.is_first_pass and e.is_current and e.completed_at is null
        and e.due_at < p_then and milepost.may_count_otherwise(e, r)
      union
      select e.bucket, e.enrollment_id
      from milepost.group_member gm
      join milepost.enrollment e on e.bucket = gm.bucket and e.learner_id = gm.learner_id
      where gm.group_id = p_group_id and gm.left_at is null
    ), attempt as (
      select a.n, u.*
      from (
        select case when v_recounting then milepost.caught_up(e) else e end as n
        from touched t
        join milepost.enrollment e on e.bucket = t.bucket and e.enrollment_id = t.enrollment_id
        offset 0
      ) a
      left join undone u
        on u.bucket = (a.n).bucket and u.enrollment_id = (a.n).enrollment_id
    )
    select v_now + coalesce(sum(s.was_overdue::integer - s.is_overdue::integer), 0)
    from (
      select coalesce(p_group_id is null and (a.n).is_current and (a.n).completed_at is null
          and (a.n).withdrawn_at is null and (a.n).exempted_at is null
          and (a.n).due_at < p_then, false) as is_overdue,
        coalesce((a.n).created_at <= p_then
          and ((a.n).completed_at is null or a.completed or (a.n).completed_at > p_then)
          and ((a.n).withdrawn_at is null or a.withdrawn or (a.n).withdrawn_at > p_then)
          and case
            when a.reinstated then
              milepost.exempted_before((a.n).bucket, (a.n).enrollment_id, p_then) is null
            else (a.n).exempted_at is null or a.exempted or (a.n).exempted_at > p_then
          end
          and case when a.due_moved is null then (a.n).due_at
            else (milepost.deadline_before((a.n).bucket, (a.n).enrollment_id, a.due_moved, p_then)
              ).due_at end < p_then
          and ((a.n).is_current or not milepost.was_followed((a.n).bucket, (a.n).learner_id,
            (a.n).course_id, (a.n).attempt_no, p_then)), false) as was_overdue
      from attempt a
      where milepost.enrolled_within((a.n).enrolled_at, p_enrolled_from, p_enrolled_before)
    ) s
  );
end $$;
comment on function milepost.overdue_known(
  integer, bigint, timestamptz, timestamptz, timestamptz) is
  'How many attempts were overdue at an earlier instant, as was known then: what report_overdue '
  'counts as of it. Of a group, those of its members of now.';
