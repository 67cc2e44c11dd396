-- Of the attempt as it is stored it makes the one that the next recount would store: the generated
-- columns are those of migrations 0005 and 0013 (a property test compares all of them).
create or replace function milepost.caught_up(e milepost.enrollment) returns milepost.enrollment
language plpgsql stable parallel safe as $$
declare
  v_recount  milepost.recount;
  v_version  integer;
  v_edit     record;
begin
  if not e.is_current then
    return e;
  end if;
  select r.* into v_recount from milepost.recount r
  where r.course_id = e.course_id and r.part = e.bucket / 256;
  if not found then
    return e;
  end if;

  if milepost.may_have_moved(e, v_recount) then
    select l.lesson_id, lp.completed_at is not null
    into e.furthest_lesson_id, e.furthest_completed
    from milepost.lesson_progress lp
    join milepost.lesson l on l.lesson_id = lp.lesson_id and l.retired_at is null
    where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id
    order by l.position desc
    limit 1;
    e.furthest_completed := coalesce(e.furthest_completed, false);
  end if;

  -- Version by version: whom one edit completed, the next does not un-complete.
  foreach v_version in array v_recount.follows loop
    continue when v_version <= e.counted_version;
    exit when e.completed_at is not null;
    -- A look-up for each lesson that makes a difference, which are few: as a condition it would be
    -- asked of every record of the attempt.
    select oc.total_lessons, oc.changed_at, (
      select coalesce(sum(i.n), 0)
      from (
        select u.lesson_id, 1 as n from unnest(oc.newly_required) u (lesson_id)
        union all
        select u.lesson_id, -1 from unnest(oc.no_longer_required) u (lesson_id)
      ) i
      cross join lateral (
        select from milepost.lesson_progress lp
        where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id
          and lp.lesson_id = i.lesson_id and lp.completed_at is not null
        offset 0
      ) lp
    ) as difference
    into v_edit
    from milepost.outline_change oc
    where oc.tenant_id = e.tenant_id and oc.course_id = e.course_id
      and oc.outline_version = v_version;
    e.counted_version := v_version;
    e.total_lessons := v_edit.total_lessons;
    e.completed_lessons := e.completed_lessons + v_edit.difference;
    if e.total_lessons > 0 and e.completed_lessons = e.total_lessons then
      e.completed_at := v_edit.changed_at;
      e.completed_outline_version := v_version;
    end if;
  end loop;

  e.progress_percentage :=
    (e.completed_lessons::bigint * 10000 / nullif(e.total_lessons, 0))::numeric / 100;
  e.progress_points :=
    coalesce((e.completed_lessons::bigint * 10000 / nullif(e.total_lessons, 0))::integer, -1);
  e.open_due_order := case
    when e.completed_at is null and e.withdrawn_at is null and e.exempted_at is null
    then e.due_order else '-infinity' end;
  e.frontier_lesson_id := case
    when e.exempted_at is null and not e.furthest_completed and milepost.counts_in_reports(e)
    then coalesce(e.furthest_lesson_id, 0) else 0 end;
  return e;
end $$;
comment on function milepost.caught_up(milepost.enrollment) is
  'An attempt as it stands by its course''s outline of now, whether or not the recount after the '
  'last edit has come to it: what every reader shows and every write goes on from.';
