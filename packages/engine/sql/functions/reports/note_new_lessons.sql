create or replace function milepost.note_new_lessons(
  p_course milepost.course, p_last_lesson_id bigint, p_now timestamptz
) returns void
language plpgsql as $$
declare
  v_new   constant bigint[] := array(
    select l.lesson_id from milepost.lesson l
    where l.course_id = p_course.course_id and l.lesson_id > p_last_lesson_id);
  v_ended integer;
begin
  if cardinality(v_new) = 0 then
    return;
  end if;
  -- All that have ended; those that ended at this instant or, by another clock, after it had the
  -- lessons, and their end is in the ledger at that time or later.
  v_ended := (
    select coalesce(sum(c.n) filter (where c.measure = 'counted'), 0)
      - coalesce(sum(c.n) filter (where c.measure = 'all_open'), 0)
    from milepost.report_cells(p_course.course_id, '{counted,all_open}') c
  ) - (
    select count(distinct (e.bucket, e.enrollment_id))
    from milepost.progress_event pe
    join milepost.enrollment e
      on e.bucket = pe.bucket and e.enrollment_id = pe.enrollment_id and e.exempted_at is null
        and milepost.counts_in_reports(e) and milepost.ended_at(e) >= p_now
    where pe.course_id = p_course.course_id and pe.received_at >= p_now
      and pe.type in ('enrollment.withdrawn', 'course.completed')
  );
  if v_ended > 0 then
    insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
    select milepost.bucket_of(t.name, p_course.external_id), t.tenant_id, p_course.course_id,
      array(select ('lesson_unavailable', n.lesson_id, null, null, v_ended)
        ::milepost.report_change from unnest(v_new) n (lesson_id))
    from milepost.tenant t
    where t.tenant_id = p_course.tenant_id;
  end if;
end $$;
comment on function milepost.note_new_lessons(milepost.course, bigint, timestamptz) is
  'Counts for whom the lessons beyond p_last_lesson_id, new since p_now, came too late: whoever '
  'had ended before. While the gate of the course is closed, or one that ends meanwhile is missed.';
