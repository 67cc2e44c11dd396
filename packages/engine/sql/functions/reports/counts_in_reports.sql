create or replace function milepost.counts_in_reports(e milepost.enrollment) returns boolean
language sql immutable parallel safe as $$
  select e.is_current
    and (e.withdrawn_at is null or e.withdrawn_at - e.enrolled_at > interval '24 hours')
$$;
comment on function milepost.counts_in_reports(milepost.enrollment) is
  'Whether reports count an attempt: the current one, unless it was withdrawn within a day of '
  'enrollment, which is a mistake put right.';
