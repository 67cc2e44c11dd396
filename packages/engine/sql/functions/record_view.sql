create or replace function milepost.record_view(
  learner text, lesson text, at timestamptz default null, tenant text default 'default'
) returns table (
  status text, code text, lesson_completed_at timestamptz, course text, attempt integer,
  completed_lessons integer, total_lessons integer, progress_percentage numeric,
  completed_at timestamptz
)
language sql security definer
set search_path = milepost, pg_temp
as $$
  select f.status, f.code, f.lesson_completed_at, f.course, f.attempt, f.completed_lessons,
    f.total_lessons, f.progress_percentage, f.completed_at
  from milepost.record_fact(tenant, learner, lesson, 'lesson.viewed', at, null, 'sql') f
$$;
comment on function milepost.record_view(text, text, timestamptz, text) is
  'Records from SQL that a learner viewed a lesson, and answers their course progress after it.';
grant execute on function milepost.record_view(text, text, timestamptz, text) to milepost_app;
