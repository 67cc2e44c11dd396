create or replace view milepost.ledger as
select pe.bucket, pe.event_no, pe.type::text as type, r.external_id as learner,
  c.external_id as course,
  e.attempt_no as attempt, l.external_id as lesson, pe.outline_version, pe.occurred_at,
  pe.received_at,
  pe.source, pe.actor, pe.client_event_id, pe.reason, pe.data, pe.learner_id as learner_number
from milepost.progress_event pe
left join milepost.learner r on r.bucket = pe.bucket and r.learner_id = pe.learner_id
left join milepost.course c on c.course_id = pe.course_id
left join milepost.enrollment e on e.bucket = pe.bucket and e.enrollment_id = pe.enrollment_id
left join milepost.lesson l on l.lesson_id = pe.lesson_id;
comment on view milepost.ledger is
  'Public: the append-only ledger. event_no orders the entries of one bucket, and so of one '
  'learner.';
grant select on milepost.ledger to milepost_app;
