create or replace function milepost.report_lessons(
  p_tenant text, p_course text, p_group text, p_enrolled_from timestamptz default null,
  p_enrolled_before timestamptz default null, p_now timestamptz default null
) returns table (
  as_of timestamptz, lesson text, title text, section text, "position" integer, required boolean,
  available bigint, viewed bigint, completed bigint, still_active bigint, moved_on bigint,
  stopped_here bigint, median_seconds bigint
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := coalesce(p_now, clock_timestamp());
  v_group_id  constant bigint := case when p_group is not null then
    milepost.group_number(v_tenant_id, p_group) end;
  v_course    constant milepost.course := milepost.course_named(v_tenant_id, p_course);
begin
  perform milepost.has_window(p_enrolled_from, p_enrolled_before);
  return query
  select v_now, l.external_id, l.title, l.section, l.position, l.required, n.available, n.viewed,
    n.completed, n.still_active, n.viewed - n.completed - n.still_active - n.stopped_here,
    n.stopped_here, n.median_seconds
  from milepost.report_lesson_counts(
    v_course.course_id, v_group_id, true, v_now, p_enrolled_from, p_enrolled_before) n
  join milepost.lesson l on l.lesson_id = n.lesson_id
  order by l.position;
end $$;
comment on function milepost.report_lessons(
  text, text, text, timestamptz, timestamptz, timestamptz) is
  'The lessons of a course in outline order: who had, viewed and completed each, and of those who '
  'did not complete it, who is still active, moved on or stopped.';
grant execute on function milepost.report_lessons(
  text, text, text, timestamptz, timestamptz, timestamptz) to milepost_app;
