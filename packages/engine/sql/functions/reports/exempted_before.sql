create or replace function milepost.exempted_before(
  p_bucket smallint, p_enrollment_id bigint, p_as_of timestamptz
) returns timestamptz
language plpgsql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
begin
  return (
    select case when pe.type = 'enrollment.exempted' then pe.occurred_at end
    from milepost.progress_event pe
    where pe.bucket = p_bucket and pe.enrollment_id = p_enrollment_id
      and pe.type in ('enrollment.exempted', 'enrollment.reinstated') and pe.received_at <= p_as_of
    order by pe.event_no desc
    limit 1);
end $$;
comment on function milepost.exempted_before(smallint, bigint, timestamptz) is
  'When an attempt was exempted by what was known at an instant; null where it was not, or no '
  'more. Asked of those alone whose exemption was taken back since.';
