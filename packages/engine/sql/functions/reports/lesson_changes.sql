create or replace function milepost.lesson_changes(
  p_lesson_id bigint, p_old_first timestamptz, p_old_done timestamptz, p_first timestamptz,
  p_done timestamptz
) returns milepost.report_change[]
language plpgsql immutable as $$
declare
  v_old constant bigint := floor(extract(epoch from p_old_done - p_old_first));
  v_new constant bigint := floor(extract(epoch from p_done - p_first));
  v_all milepost.report_change[] := '{}';
begin
  if (p_old_first is null) <> (p_first is null) then
    v_all := v_all || ('lesson_viewed', p_lesson_id, null, null,
      case when p_first is null then -1 else 1 end)::milepost.report_change;
  end if;
  if (p_old_done is null) <> (p_done is null) then
    v_all := v_all || ('lesson_completed', p_lesson_id, null, null,
      case when p_done is null then -1 else 1 end)::milepost.report_change;
  end if;
  if v_old is distinct from v_new then
    v_all := v_all || milepost.duration_cells(p_lesson_id, v_old, -1)
      || milepost.duration_cells(p_lesson_id, v_new, 1);
  end if;
  return v_all;
end $$;
comment on function milepost.lesson_changes(bigint, timestamptz, timestamptz, timestamptz,
  timestamptz) is
  'What the reports count otherwise once a lesson record has another first view or completion; '
  'null for one that is not there.';
