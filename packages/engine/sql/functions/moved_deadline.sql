create or replace function milepost.moved_deadline(
  e milepost.enrollment, p_given jsonb, p_extend_days integer, p_due jsonb, p_learner_zone text,
  p_tenant_zone text, out due milepost.deadline, out code text
)
language plpgsql stable as $$
declare
  v_zone  text := e.due_time_zone;
  v_at    timestamptz;
  v_date  date;
  v_begun constant date := (e.enrolled_at at time zone e.due_time_zone)::date;
begin
  if p_due is not null then
    due := milepost.resolve_due(p_due, e.enrolled_at, p_learner_zone, p_tenant_zone);
    return;
  end if;
  due := (e.due_at, e.due_rule, e.due_date, e.due_days, v_zone, e.due_time_zone_source);

  if p_extend_days is not null then
    if e.due_at is null then
      code := 'deadline_missing';
    elsif e.due_rule = 'instant' then
      -- Without a zone there is no calendar: days of 24 hours, as reports count them.
      due.due_at := milepost.instant(
        (e.due_at at time zone coalesce(v_zone, 'UTC') + make_interval(days => p_extend_days))
          at time zone coalesce(v_zone, 'UTC'));
    else
      v_date := coalesce(e.due_date, (e.due_at at time zone v_zone)::date) + p_extend_days;
      due.due_at := milepost.instant(milepost.end_of_day(v_date, v_zone));
      due.due_date := e.due_date + p_extend_days;
      due.due_days := e.due_days + p_extend_days;
    end if;
    return;
  end if;

  if not p_given ? 'dueAt' then
    code := 'due_out_of_range';
    return;
  end if;
  v_at := milepost.instant((p_given ->> 'dueAt')::timestamptz);
  if p_given ? 'timeZone' then
    v_zone := milepost.known_time_zone(p_given ->> 'timeZone');
  end if;
  if v_at is null then
    due := null;
  elsif (v_at, v_zone) is distinct from (e.due_at, e.due_time_zone) then
    due := (v_at, 'instant', null, null, v_zone, case
      when v_zone = e.due_time_zone then e.due_time_zone_source
      when v_zone is not null then 'assigner' end);
    v_date := (v_at at time zone v_zone)::date;
    -- Stated again as it was where it can be: what takes an extension back leaves the deadline as
    -- it had been.
    if v_at = milepost.end_of_day(v_date, v_zone) then
      if e.due_rule = 'days_after_enrollment' and v_zone = e.due_time_zone and v_date >= v_begun
      then
        due.rule := e.due_rule;
        due.due_days := v_date - v_begun;
      else
        due.rule := 'local_date';
        due.due_date := v_date;
      end if;
    end if;
  end if;
exception
  when sqlstate 'MP013' then code := 'time_zone_unknown';
  when sqlstate 'MP014' then code := 'time_out_of_range';
end $$;
comment on function milepost.moved_deadline(
  milepost.enrollment, jsonb, integer, jsonb, text, text) is
  'The deadline that an act gives an attempt: p_due as an enrollment states it, so many calendar '
  'days later in the deadline''s own zone, or the instant of the item. code where it cannot.';
