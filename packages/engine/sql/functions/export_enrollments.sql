create or replace function milepost.export_enrollments(
  p_tenant text, p_course text, p_outline_version integer, p_after_bucket smallint,
  p_after_id bigint,
  p_limit integer
) returns table (
  bucket smallint, enrollment_id bigint, learner text, attempt integer, is_current boolean,
  enrolled_at timestamptz, received_at timestamptz, source text, due_at timestamptz,
  original_due_at timestamptz, due_rule text, due_date text, due_days integer, due_time_zone text,
  due_time_zone_source text, withdrawn_at timestamptz, withdrawn_reason text,
  exempted_at timestamptz,
  exempted_reason text, last_viewed_lesson text
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return query
  select e.bucket, e.enrollment_id, r.external_id, e.attempt_no, e.is_current, e.enrolled_at,
    e.created_at, e.source, e.due_at, e.original_due_at, e.due_rule, to_char(e.due_date,
      'YYYY-MM-DD'),
    e.due_days, e.due_time_zone, e.due_time_zone_source, e.withdrawn_at, e.withdrawn_reason,
    e.exempted_at, e.exempted_reason, l.external_id
  from milepost.course c
  join milepost.enrollment e on e.course_id = c.course_id
  join milepost.learner r on r.bucket = e.bucket and r.learner_id = e.learner_id
  left join milepost.lesson l on l.lesson_id = e.last_viewed_lesson_id
  where c.tenant_id = v_tenant_id and c.external_id = p_course and r.erased_at is null
    and e.enrolled_outline_version = p_outline_version
    and (e.bucket, e.enrollment_id) > (coalesce(p_after_bucket, -1::smallint),
      coalesce(p_after_id, 0))
  order by e.bucket, e.enrollment_id
  limit p_limit;
end $$;
comment on function milepost.export_enrollments(text, text, integer, smallint, bigint, integer) is
  'The attempts that were opened while a course stood at one outline version, in key order. '
  'Attempts of one learner come in the order of their numbers.';
grant execute on function milepost.export_enrollments(text, text, integer, smallint, bigint,
  integer)
  to milepost_app;
