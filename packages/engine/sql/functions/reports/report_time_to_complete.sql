create or replace function milepost.report_time_to_complete(
  p_tenant text, p_course text, p_from text, p_group text, p_as_of timestamptz,
  p_enrolled_from timestamptz default null, p_enrolled_before timestamptz default null,
  p_now timestamptz default null
) returns table (
  as_of timestamptz, days integer[], completed bigint[], withdrawn bigint[], censored bigint[]
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
  v_as_of     constant timestamptz := milepost.earlier_instant(p_as_of, v_now);
  v_group_id  constant bigint := case when p_group is not null then
    milepost.group_number(v_tenant_id, p_group) end;
  v_course    constant milepost.course := milepost.course_named(v_tenant_id, p_course);
begin
  perform milepost.has_window(p_enrolled_from, p_enrolled_before);
  return query
  select coalesce(v_as_of, v_now), f.days, f.completed, f.withdrawn, f.censored
  from milepost.follow_up_arrays(
    v_course.course_id, p_from, v_group_id, true, v_as_of, v_now, p_enrolled_from,
    p_enrolled_before) f;
end $$;
comment on function milepost.report_time_to_complete(
  text, text, text, text, timestamptz, timestamptz, timestamptz, timestamptz) is
  'How attempts ended by days since first access (p_from firstAccess) or enrollment (enrolled), as '
  'parallel arrays: completed, withdrawn, still going after so many whole days.';
grant execute on function milepost.report_time_to_complete(
  text, text, text, text, timestamptz, timestamptz, timestamptz, timestamptz) to milepost_app;
