create or replace view milepost.lesson_view as
select r.external_id as learner, c.external_id as course, e.attempt_no as attempt, e.is_current,
  l.external_id as lesson, l.required, lp.viewed, lp.first_viewed_at, lp.last_viewed_at,
  lp.completed_at, lp.completion_received_at, lp.completion_source, l.due_at as lesson_due_at,
  lp.completed_at <= l.due_at as completed_on_time, r.learner_id as learner_number
from milepost.lesson_progress lp
join milepost.enrollment e on e.bucket = lp.bucket and e.enrollment_id = lp.enrollment_id
join milepost.learner r on r.bucket = e.bucket and r.learner_id = e.learner_id
join milepost.course c on c.course_id = lp.course_id
join milepost.lesson l on l.lesson_id = lp.lesson_id;
comment on view milepost.lesson_view is
  'Public: the lesson view records, one row an attempt and lesson it touched, with the completion.';
comment on column milepost.lesson_view.completed_on_time is
  'Completed by the lesson''s own deadline; null where it has none or is not complete.';
grant select on milepost.lesson_view to milepost_app;
