create or replace function milepost.deadline_before(
  p_bucket smallint, p_enrollment_id bigint, p_moved bigint, p_as_of timestamptz,
  out due_at timestamptz, out was_there boolean
)
language plpgsql stable parallel safe
set plan_cache_mode = force_generic_plan
as $$
begin
  select (m.data ->> 'from')::timestamptz,
    m.data ->> 'from' is not null or exists (
      select from milepost.progress_event pe
      where pe.bucket = p_bucket and pe.enrollment_id = p_enrollment_id
        and pe.type = 'deadline.moved' and pe.received_at <= p_as_of)
  into due_at, was_there
  from milepost.progress_event m
  where m.bucket = p_bucket and m.event_no = p_moved;
end $$;
comment on function milepost.deadline_before(smallint, bigint, bigint, timestamptz) is
  'The deadline of an attempt before p_moved, the first entry after an instant that moved it, and '
  'whether there had been any by then: without, there is a first one only where it had been taken '
  'away before.';
