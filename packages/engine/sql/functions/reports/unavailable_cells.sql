create or replace function milepost.unavailable_cells(e milepost.enrollment, p_n integer)
returns milepost.report_change[]
language sql stable as $$
  select coalesce(array_agg(('lesson_unavailable', l.lesson_id, null, null, p_n)
    ::milepost.report_change), '{}')
  from milepost.lesson l
  where l.course_id = e.course_id and l.published_at > milepost.ended_at(e)
    and not exists (
      select from milepost.lesson_progress lp
      where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id
        and lp.lesson_id = l.lesson_id)
$$;
comment on function milepost.unavailable_cells(milepost.enrollment, integer) is
  'The lessons that were published after an attempt had ended and that it never viewed: they are '
  'not held against the reach of those lessons.';
