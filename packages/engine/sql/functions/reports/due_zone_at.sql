create or replace function milepost.due_zone_at(
  p_bucket smallint, p_enrollment_id bigint, p_as_of timestamptz
) returns text
language sql stable as $$
  -- A deadline moved since may have been of another zone.
  select case when m.found then m.zone else e.due_time_zone end
  from milepost.enrollment e
  left join lateral (
    select pe.data ->> 'fromTimeZone' as zone, true as found from milepost.progress_event pe
    where pe.bucket = p_bucket and pe.enrollment_id = p_enrollment_id
      and pe.type = 'deadline.moved' and pe.received_at > p_as_of
    order by pe.event_no
    limit 1
  ) m on true
  where e.bucket = p_bucket and e.enrollment_id = p_enrollment_id
$$;
comment on function milepost.due_zone_at(smallint, bigint, timestamptz) is
  'The zone that an attempt''s deadline was stated in at an earlier instant, or is for null; null '
  'where it was stated as an instant.';
