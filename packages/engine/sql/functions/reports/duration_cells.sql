create or replace function milepost.duration_cells(
  p_lesson_id bigint, p_seconds bigint, p_n integer
) returns milepost.report_change[]
language sql immutable as $$
  select case
    -- A completion without a view before it says nothing of how long the lesson takes.
    when p_seconds > 0 then array[
      ('lesson_seconds', p_lesson_id, milepost.duration_digits(p_seconds, 1), null, p_n),
      ('lesson_seconds_two', p_lesson_id, milepost.duration_digits(p_seconds, 1),
        milepost.duration_digits(p_seconds, 2), p_n),
      ('lesson_seconds_four', p_lesson_id, milepost.duration_digits(p_seconds, 2),
        milepost.duration_digits(p_seconds, 4), p_n)
    ]::milepost.report_change[]
    else '{}'
  end
$$;
comment on function milepost.duration_cells(bigint, bigint, integer) is
  'The cells of one lesson''s duration, each finer than the one before: the median is found step '
  'by step, in few cells of each.';
