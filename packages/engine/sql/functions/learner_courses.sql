create or replace function milepost.learner_courses(
  p_tenant text, p_learner text, p_before timestamptz, p_before_id bigint, p_limit integer,
  p_now timestamptz default null
) returns table (
  course text, title text, attempt integer, completed_lessons integer, total_lessons integer,
  progress_percentage numeric, first_viewed_at timestamptz, last_viewed_at timestamptz,
  completed_at timestamptz, enrolled_at timestamptz, withdrawn_at timestamptz,
  exempted_at timestamptz,
  due_at timestamptz, original_due_at timestamptz, time_zone text, overdue boolean,
  active_at timestamptz, cursor_id bigint
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
begin
  return query
  select c.external_id, c.title, e.attempt_no, e.completed_lessons, e.total_lessons,
    e.progress_percentage::numeric, e.first_viewed_at, e.last_viewed_at, e.completed_at,
    e.enrolled_at,
    e.withdrawn_at, e.exempted_at, e.due_at, e.original_due_at, e.due_time_zone,
    e.due_at < v_now and e.completed_at is null and e.withdrawn_at is null
      and e.exempted_at is null,
    coalesce(e.last_viewed_at, e.enrolled_at), e.enrollment_id
  from (
    select e as attempt
    from milepost.learner r
    join milepost.enrollment e
      on e.bucket = v_bucket and e.learner_id = r.learner_id and e.is_current
    where r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner
      and (
        p_before is null
        or (coalesce(e.last_viewed_at, e.enrolled_at), e.enrollment_id) < (p_before, p_before_id)
      )
    order by coalesce(e.last_viewed_at, e.enrolled_at) desc, e.enrollment_id desc
    limit p_limit
  ) p
  cross join lateral milepost.caught_up(p.attempt) e
  join milepost.course c on c.course_id = e.course_id
  order by coalesce(e.last_viewed_at, e.enrolled_at) desc, e.enrollment_id desc;
  if not found and p_before is null and not exists (
    select from milepost.learner r
    where r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner
  ) then
    perform milepost.refuse('learner_not_found');
  end if;
end $$;
comment on function milepost.learner_courses(text, text, timestamptz, bigint, integer,
  timestamptz) is
  'The current attempts of a learner, newest activity first (last view, or enrollment before '
  'there is one).';
grant execute on function milepost.learner_courses(text, text, timestamptz, bigint, integer,
  timestamptz)
  to milepost_app;
