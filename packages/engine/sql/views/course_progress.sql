create or replace view milepost.course_progress as
select r.external_id as learner, c.external_id as course, e.attempt_no as attempt, e.is_current,
  (a.now).completed_lessons, (a.now).total_lessons, (a.now).progress_percentage,
  e.first_viewed_at, e.last_viewed_at, l.external_id as last_viewed_lesson, (a.now).completed_at,
  (a.now).completed_outline_version,
  (a.now).completed_at is not null as eligible_for_certificate,
  e.enrolled_at, e.source, e.due_at, e.original_due_at, e.due_rule, e.due_time_zone,
  e.withdrawn_at, e.exempted_at, e.learner_id as learner_number
from milepost.enrollment e
join milepost.learner r on r.bucket = e.bucket and r.learner_id = e.learner_id
join milepost.course c on c.course_id = e.course_id
left join milepost.recount t on t.course_id = e.course_id and t.part = e.bucket / 256
cross join lateral (
  select case when t.course_id is null then e else milepost.attempt_now(e) end as now
  offset 0
) a
left join milepost.lesson l on l.lesson_id = e.last_viewed_lesson_id;
comment on view milepost.course_progress is
  'Public: one row an attempt with its course progress. is_current marks the attempt that facts '
  'go to.';
comment on column milepost.course_progress.learner is 'Null once the learner is erased.';
comment on column milepost.course_progress.learner_number is
  'Ours, and stays when the learner is erased: what tells erased learners apart.';
grant select on milepost.course_progress to milepost_app;
