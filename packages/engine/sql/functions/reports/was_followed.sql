-- A look-up of its own and not a sub-select: with one that is correlated no scan is shared among
-- workers, and it is asked of the few superseded attempts alone.
create or replace function milepost.was_followed(
  p_bucket smallint, p_learner_id bigint, p_course_id bigint, p_attempt_no integer,
  p_as_of timestamptz
) returns boolean
language plpgsql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
begin
  return exists (
    select from milepost.enrollment e
    where e.bucket = p_bucket and e.learner_id = p_learner_id and e.course_id = p_course_id
      and e.attempt_no = p_attempt_no + 1 and e.created_at <= p_as_of);
end $$;
comment on function milepost.was_followed(smallint, bigint, bigint, integer, timestamptz) is
  'Whether the attempt after this one was known by an instant; this one was not current then.';
