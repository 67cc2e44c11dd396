create or replace function milepost.attempt_state(
  p_exempted_at timestamptz, p_withdrawn_at timestamptz, p_completed_at timestamptz,
  p_due_at timestamptz, p_last_viewed_at timestamptz, p_now timestamptz
) returns text
language sql stable parallel safe as $$
  select case
    when p_exempted_at is not null then 'exempt'
    when p_withdrawn_at is not null then 'withdrawn'
    when p_completed_at > p_due_at then 'completedLate'
    when p_completed_at is not null then 'completedOnTime'
    when p_due_at < p_now then 'overdue'
    when p_last_viewed_at is null then 'notStarted'
    when p_last_viewed_at >= p_now - interval '168 hours' then 'active'
    else 'stalled'
  end
$$;
comment on function milepost.attempt_state(
  timestamptz, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz) is
  'The one state of an attempt at an instant; the first that applies. Without a deadline a '
  'completion is on time.';
