create or replace function milepost.attempt_changes(
  p_old milepost.enrollment, p_new milepost.enrollment
) returns milepost.report_change[]
language plpgsql stable as $$
declare
  v_zone       text;
  v_was        constant boolean := coalesce(
    milepost.counts_in_reports(p_old) and p_old.exempted_at is null, false);
  v_is         constant boolean := milepost.counts_in_reports(p_new) and p_new.exempted_at is null;
  v_open       constant boolean := p_new.completed_at is null and p_new.withdrawn_at is null;
  v_all        milepost.report_change[] := '{}';
begin
  -- The common case: a view or a completion that does not end the attempt.
  if p_old.enrollment_id is not null
    and (p_old.is_current, p_old.exempted_at, p_old.withdrawn_at, p_old.completed_at, p_old.due_at,
      p_old.original_due_at, p_old.enrolled_at)
      is not distinct from (p_new.is_current, p_new.exempted_at, p_new.withdrawn_at,
      p_new.completed_at, p_new.due_at, p_new.original_due_at, p_new.enrolled_at)
    and (p_old.first_viewed_at is not distinct from p_new.first_viewed_at
      or p_old.first_viewed_at is null and v_is and v_open)
  then
    if not v_is then
      return '{}';
    end if;
    if v_open and p_old.last_viewed_slot / 144 <> p_new.last_viewed_slot / 144 then
      v_all := array[milepost.open_cell(p_old, -1), milepost.open_cell(p_new, 1)];
    end if;
    if (p_old.furthest_lesson_id, p_old.furthest_completed, p_old.last_viewed_slot / 144)
      is distinct from
      (p_new.furthest_lesson_id, p_new.furthest_completed, p_new.last_viewed_slot / 144)
    then
      v_all := v_all || milepost.frontier_cells(p_old, -1) || milepost.frontier_cells(p_new, 1);
    end if;
    if p_old.first_viewed_at is distinct from p_new.first_viewed_at then
      select t.time_zone into v_zone from milepost.tenant t where t.tenant_id = p_new.tenant_id;
      v_all := v_all || milepost.begun_cells(p_new, v_zone);
    end if;
    return v_all;
  end if;

  select t.time_zone into v_zone from milepost.tenant t where t.tenant_id = p_new.tenant_id;
  v_all := milepost.attempt_cells(p_new, v_zone, 1);
  if p_old.enrollment_id is not null then
    -- Most cells are those of before: what stays is not written.
    v_all := array(
      select (c.measure, c.lesson_id, c.key_1, c.key_2, sum(c.n))::milepost.report_change
      from unnest(milepost.attempt_cells(p_old, v_zone, -1) || v_all) c
      group by c.measure, c.lesson_id, c.key_1, c.key_2
      having sum(c.n) <> 0);
  end if;
  if v_was <> v_is then
    return v_all || case when v_was then milepost.lesson_cells(p_old, -1)
      else milepost.lesson_cells(p_new, 1) end;
  end if;
  if v_is and milepost.ended_at(p_old) is distinct from milepost.ended_at(p_new) then
    v_all := v_all || milepost.unavailable_cells(p_old, -1) || milepost.unavailable_cells(p_new, 1);
  end if;
  return v_all;
end $$;
comment on function milepost.attempt_changes(milepost.enrollment, milepost.enrollment) is
  'What the reports count otherwise once an attempt is as p_new and no more as p_old (null for one '
  'that is new). The lesson records are those of now: whoever changes them too says so in '
  'lesson_changes first.';
