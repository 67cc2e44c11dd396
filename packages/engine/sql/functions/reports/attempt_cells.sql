-- Immutable, and of the attempt's own row alone: what a write changes in the reports is this
-- before it against this after it.
create or replace function milepost.attempt_cells(
  e milepost.enrollment, p_zone text, p_n integer
) returns milepost.report_change[]
language plpgsql immutable as $$
declare
  v_enrolled constant integer := milepost.day_in(e.enrolled_at, p_zone);
  v_finished boolean;
  v_left     boolean;
  v_open     boolean;
  v_state    text;
begin
  if not milepost.counts_in_reports(e) then
    return '{}';
  end if;
  -- Whichever came first, completion or withdrawal, is how the attempt ended.
  v_finished := e.completed_at is not null
    and (e.withdrawn_at is null or e.completed_at <= e.withdrawn_at);
  v_left := e.withdrawn_at is not null and not v_finished;
  v_open := e.completed_at is null and e.withdrawn_at is null;
  v_state := case
    when e.exempted_at is not null then 'exempt'
    when e.withdrawn_at is not null then 'withdrawn'
    when v_open then 'open'
    when e.completed_at > e.due_at then 'completed_late'
    else 'completed_on_time'
  end;
  return array_remove(array[
    milepost.cell_of('enrolled_on', v_enrolled, null, p_n),
    milepost.cell_of('all_' || v_state, null, null, p_n),
    case
      when v_state <> 'open' then milepost.cell_of(v_state, v_enrolled, null, p_n)
      else milepost.open_cell(e, p_n)
    end,
    case when e.first_viewed_at is not null then
      milepost.cell_of('started_on', milepost.day_in(e.first_viewed_at, p_zone), null, p_n)
    end,
    case when e.completed_at is not null then
      milepost.cell_of('completed_on', milepost.day_in(e.completed_at, p_zone), null, p_n)
    end
  ] || case when e.exempted_at is null then array[
    milepost.cell_of('counted', null, null, p_n),
    case when v_open and e.first_viewed_at is null then
      milepost.cell_of('waiting', v_enrolled, null, p_n)
    end,
    case when v_open and e.due_at is not null then
      milepost.cell_of('open_due', milepost.hour_of(e.due_at), null, p_n)
    end,
    case when v_open and e.due_at is not null then
      milepost.cell_of('all_open_due', null, null, p_n)
    end,
    case
      when e.first_viewed_at is null then null
      when v_finished then milepost.cell_of('finished', null,
        milepost.days_taken(e.first_viewed_at, e.completed_at), p_n)
      when v_left then milepost.cell_of('left', null,
        milepost.days_taken(e.first_viewed_at, e.withdrawn_at), p_n)
    end
  ] || milepost.due_cells('due', e.due_at, e.completed_at, p_n)
    || milepost.due_cells('original_due', e.original_due_at, e.completed_at, p_n)
    || milepost.frontier_cells(e, p_n)
    || case when v_open then
      milepost.going_cells('going_enrolled', e.enrolled_at, p_zone, p_n) end
    || case when v_open and e.first_viewed_at is not null then
      milepost.going_cells('going', e.first_viewed_at, p_zone, p_n) end
  else '{}' end || case when e.exempted_at is null and not v_open then
    milepost.ended_cells(v_finished, v_enrolled, milepost.days_taken(e.enrolled_at,
      case when v_finished then e.completed_at else e.withdrawn_at end), p_n)
  else '{}' end, null);
end $$;
comment on function milepost.attempt_cells(milepost.enrollment, text, integer) is
  'The report cells that an attempt is counted in, each with p_n (1, or -1 to take it out), but '
  'for those of its single lessons. p_zone is the tenant''s.';
