create or replace function milepost.progress_json(p_row jsonb) returns jsonb
language sql immutable as $$
  select jsonb_object_agg(k.key, k.value)
  from jsonb_each(p_row) k
  where k.key in (
    'completed_lessons', 'total_lessons', 'progress_percentage', 'counted_version',
    'first_viewed_at', 'last_viewed_at', 'last_viewed_lesson_id', 'completed_at',
    'completed_outline_version', 'is_current', 'enrolled_outline_version', 'outline_version',
    'required_version'
  )
$$;
comment on function milepost.progress_json(jsonb) is
  'The derived numbers in the row of an attempt or of a course: what a repair may change, and '
  'puts on record.';
