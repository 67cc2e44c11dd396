create or replace function milepost.explain_progress(
  p_tenant text, p_learner text, p_course text, p_attempt integer default null
) returns table (
  attempt integer, outline_version integer, progress_percentage numeric, items json
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set jit = off
set timezone = 'UTC'
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_bucket    constant smallint := milepost.bucket_of(p_tenant, p_learner);
begin
  return query
  select e.attempt_no, e.counted_version, e.progress_percentage::numeric, (
      select coalesce(json_agg(json_build_object(
        'lesson', l.external_id, 'title', l.title, 'completedAt', lp.completed_at,
        'counts', l.lesson_id = any (oc.required_lesson_ids),
        'reason', case
          when not l.required then 'optional'
          when l.retired_at is not null then 'retired'
          else 'added-later'
        end
      ) order by l.position, l.external_id), '[]')
      from milepost.lesson l
      left join milepost.lesson_progress lp
        on lp.bucket = v_bucket and lp.enrollment_id = e.enrollment_id
          and lp.lesson_id = l.lesson_id
      where l.course_id = e.course_id
        and (l.lesson_id = any (oc.required_lesson_ids) or lp.completed_at is not null)
    )
  from milepost.course c
  join milepost.learner r
    on r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner
  join milepost.enrollment s
    on s.bucket = v_bucket and s.learner_id = r.learner_id and s.course_id = c.course_id
    and case when p_attempt is null then s.is_current else s.attempt_no = p_attempt end
  cross join lateral milepost.caught_up(s) e
  join milepost.outline_change oc
    on oc.tenant_id = e.tenant_id and oc.course_id = e.course_id
      and oc.outline_version = e.counted_version
  where c.tenant_id = v_tenant_id and c.external_id = p_course;
  if not found then
    perform milepost.refuse_missing(p_tenant, v_tenant_id, p_course, p_learner);
  end if;
end $$;
comment on function milepost.explain_progress(text, text, text, integer) is
  'Why the percentage is what it is: every lesson that counts, done or not, and every completion '
  'that counts for nothing with the reason.';
grant execute on function milepost.explain_progress(text, text, text, integer) to milepost_app;
