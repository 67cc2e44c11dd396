create or replace function milepost.reports_lag(p_course_id bigint) returns boolean
language plpgsql stable parallel safe as $$
begin
  return exists (
    select from milepost.recount r where r.course_id = p_course_id and r.is_first_pass);
end $$;
comment on function milepost.reports_lag(bigint) is
  'Whether the counts of a course are behind an outline edit: for the seconds until the first pass '
  'of its recount is through, reports are read from the attempts.';
