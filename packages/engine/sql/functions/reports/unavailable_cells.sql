-- One look at the lesson records: an imported history may have ended before any of its lessons was
-- published here, and a look-up of each took a millisecond an attempt.
create or replace function milepost.unavailable_cells(e milepost.enrollment, p_n integer)
returns milepost.report_change[]
language plpgsql stable as $$
begin
  if milepost.ended_at(e) is null then
    return '{}';
  end if;
  return array(
    select ('lesson_unavailable', l.lesson_id, null, null, p_n)::milepost.report_change
    from milepost.lesson l
    where l.course_id = e.course_id and l.published_at > milepost.ended_at(e)
      and l.lesson_id <> all (array(
        select lp.lesson_id from milepost.lesson_progress lp
        where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id)));
end $$;
comment on function milepost.unavailable_cells(milepost.enrollment, integer) is
  'The lessons that were published after an attempt had ended and that it never viewed: they are '
  'not held against the reach of those lessons.';
