create or replace function milepost.resolve_due(
  p_due jsonb, p_enrolled_at timestamptz, p_learner_zone text, p_tenant_zone text
) returns milepost.deadline
language plpgsql stable as $$
declare
  v_due milepost.deadline;
begin
  -- A join condition around the call does not keep a generic plan from making it (the sixth
  -- enrollment without a deadline on one connection was refused).
  if jsonb_typeof(p_due) is distinct from 'object' then
    return v_due;
  end if;
  if p_due ? 'at' then
    v_due.rule := 'instant';
    v_due.due_at := milepost.instant((p_due ->> 'at')::timestamptz);
    if v_due.due_at is null then
      perform milepost.refuse('due_out_of_range');
    end if;
    return v_due;
  end if;

  v_due.time_zone := coalesce(
    milepost.known_time_zone(p_due ->> 'timeZone'), p_learner_zone, p_tenant_zone);
  v_due.time_zone_source := case
    when p_due ->> 'timeZone' is not null then 'assigner'
    when p_learner_zone is not null then 'learner'
    else 'organization'
  end;
  if p_due ? 'onDate' then
    v_due.rule := 'local_date';
    -- A cast alone would also take 'tomorrow', and 4/5/2026 for one of two days.
    if coalesce(p_due ->> 'onDate', '') !~ '^\d{4}-\d\d-\d\d$' then
      perform milepost.refuse('due_out_of_range');
    end if;
    v_due.due_date := (p_due ->> 'onDate')::date;
  else
    v_due.rule := 'days_after_enrollment';
    v_due.due_days := (p_due ->> 'afterDays')::integer;
    if v_due.due_days is null or v_due.due_days not between 0 and 36500 then
      perform milepost.refuse('due_out_of_range');
    end if;
  end if;

  -- Calendar arithmetic on local dates, so that daylight saving does not move the hour.
  v_due.due_at := milepost.instant(milepost.end_of_day(
    coalesce(v_due.due_date, (p_enrolled_at at time zone v_due.time_zone)::date + v_due.due_days),
    v_due.time_zone));
  return v_due;
exception
  when invalid_datetime_format or datetime_field_overflow or invalid_text_representation
    or numeric_value_out_of_range then
    perform milepost.refuse('due_out_of_range');
end $$;
comment on function milepost.resolve_due(jsonb, timestamptz, text, text) is
  'A stated deadline as an instant: {"at"}, {"onDate", "timeZone"} or {"afterDays", '
  '"timeZone"?}. Without a zone the learner''s counts, then the tenant''s. No deadline is all '
  'nulls.';
