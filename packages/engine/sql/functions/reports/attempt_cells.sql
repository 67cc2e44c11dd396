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
begin
  if not milepost.counts_in_reports(e) then
    return '{}';
  end if;
  -- Whichever came first, completion or withdrawal, is how the attempt ended.
  v_finished := e.completed_at is not null
    and (e.withdrawn_at is null or e.completed_at <= e.withdrawn_at);
  v_left := e.withdrawn_at is not null and not v_finished;
  v_open := e.completed_at is null and e.withdrawn_at is null;
  return array_remove(array[
    milepost.cell_of('enrolled_on', v_enrolled, null, p_n),
    case
      when e.exempted_at is not null then milepost.cell_of('exempt', v_enrolled, null, p_n)
      when e.withdrawn_at is not null then milepost.cell_of('withdrawn', v_enrolled, null, p_n)
      when v_open then milepost.cell_of('open', milepost.hour_of(e.due_at),
        case when e.last_viewed_at is not null then e.last_viewed_day - date '1970-01-01' end, p_n)
      when e.completed_at > e.due_at then milepost.cell_of('completed_late', v_enrolled, null, p_n)
      else milepost.cell_of('completed_on_time', v_enrolled, null, p_n)
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
    case when v_open then
      milepost.cell_of('going_enrolled', v_enrolled, milepost.hour_begun(e.enrolled_at), p_n)
    end,
    case when v_open and e.due_at is not null then
      milepost.cell_of('open_due', milepost.hour_of(e.due_at), null, p_n)
    end,
    case
      when e.first_viewed_at is null then null
      when v_finished then milepost.cell_of('finished', null,
        milepost.days_taken(e.first_viewed_at, e.completed_at), p_n)
      when v_left then milepost.cell_of('left', null,
        milepost.days_taken(e.first_viewed_at, e.withdrawn_at), p_n)
      else milepost.cell_of('going', milepost.hour_begun(e.first_viewed_at), null, p_n)
    end,
    case when e.due_at is not null then
      milepost.cell_of('due', milepost.hour_of(e.due_at),
        coalesce(e.completed_at <= e.due_at, false)::integer, p_n)
    end,
    case when e.original_due_at is not null then
      milepost.cell_of('original_due', milepost.hour_of(e.original_due_at),
        coalesce(e.completed_at <= e.original_due_at, false)::integer, p_n)
    end,
    milepost.frontier_cell(e, p_n)
  ] else '{}' end || case when e.exempted_at is null and not v_open then
    milepost.ended_cells(v_finished, v_enrolled, milepost.days_taken(e.enrolled_at,
      case when v_finished then e.completed_at else e.withdrawn_at end), p_n)
  else '{}' end, null);
end $$;
comment on function milepost.attempt_cells(milepost.enrollment, text, integer) is
  'The report cells that an attempt is counted in, each with p_n (1, or -1 to take it out), but '
  'for those of its single lessons. p_zone is the tenant''s.';
