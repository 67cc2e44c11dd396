create or replace function milepost.due_between(
  p_tenant_id integer, p_course_id bigint, p_from timestamptz, p_before timestamptz
) returns bigint
language plpgsql stable as $$
declare
  v_from   constant integer :=
    case when isfinite(p_from) then milepost.hour_of(p_from) else -2147483648 end;
  v_before constant integer := milepost.hour_of(p_before);
begin
  -- Whole hours out of the cells; of the first and the last hour the attempts themselves.
  return (
    select coalesce(sum(o.n), 0)
    from milepost.course c
    cross join lateral milepost.report_cells_from(
      c.course_id, 'open_due', v_from + 1, v_before - 1) o
    where c.tenant_id = p_tenant_id and (p_course_id is null or c.course_id = p_course_id)
      and o.key_1 is not null
  ) + (
    select count(*)
    from milepost.enrollment e
    where e.tenant_id = p_tenant_id and (p_course_id is null or e.course_id = p_course_id)
      and e.is_current and e.completed_at is null and e.withdrawn_at is null
      and e.exempted_at is null and e.due_at is not null
      and e.due_at >= p_from and e.due_at < p_before
      and (
        e.due_at >= to_timestamp(v_before * 3600::double precision)
        or isfinite(p_from)
          and e.due_at < to_timestamp((v_from + 1) * 3600::double precision)
      )
      and e.due_at >= case when isfinite(p_from) then p_from
        else to_timestamp(v_before * 3600::double precision) end
  ) - (
    -- Whom an edit has completed, and the counts do not know of yet.
    select count(*)
    from milepost.recount r
    join milepost.enrollment e on e.course_id = r.course_id and e.bucket / 256 = r.part
    where r.is_first_pass and (p_course_id is null or r.course_id = p_course_id)
      and e.is_current and e.completed_at is null and e.withdrawn_at is null
      and e.exempted_at is null and e.due_at >= p_from and e.due_at < p_before
      and milepost.may_count_otherwise(e, r) and (milepost.caught_up(e)).completed_at is not null
  );
end $$;
comment on function milepost.due_between(integer, bigint, timestamptz, timestamptz) is
  'How many open attempts of a course, or of all, have a deadline from p_from (or -infinity) and '
  'before p_before.';
