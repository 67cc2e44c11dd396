-- Makes :copies of everyone out of one: the same person with a name tag of their own, everything of
-- theirs between 0.93 and 1.07 times as long ago, which keeps the order of their acts and puts them
-- on other days than their originals'. Keys that point at each other are copied together, so the
-- checks of foreign keys are left out; lesson completions are not copied into the ledger, since no
-- report reads them there.
set session_replication_role = replica;
set work_mem = '512MB';

create function pg_temp.aged(p_at timestamptz, p_factor double precision) returns timestamptz
language sql immutable as $$
  select date_trunc('milliseconds', timestamptz ':now' - (timestamptz ':now' - p_at) * p_factor)
$$;

create temp table base_learner as select * from milepost.learner;
create temp table base_attempt as select * from milepost.enrollment;
create temp table base_record as select * from milepost.lesson_progress;
create index on base_record (bucket, enrollment_id);
create temp table base_event as select * from milepost.progress_event
  where enrollment_id is not null
    and type not in ('lesson.completed', 'lesson.completion_repeated');

create temp table copied_learner as
select c.copy, r.bucket as old_bucket, r.learner_id as old_id,
  milepost.bucket_of('default', r.external_id || '-' || c.copy) as bucket,
  r.learner_id + 1000000 * c.copy as learner_id,
  0.93 + 0.14 * ((c.copy * 7919 + r.learner_id * 104729) % 10007) / 10007.0::double precision
    as factor
from base_learner r
cross join generate_series(1, :copies - 1) c (copy)
order by 4, 5;

insert into milepost.learner (bucket, learner_id, tenant_id, external_id, name, email, locale,
  time_zone, created_at)
overriding system value
select c.bucket, c.learner_id, r.tenant_id, r.external_id || '-' || c.copy, r.name,
  c.copy || '-' || r.email, r.locale, r.time_zone, pg_temp.aged(r.created_at, c.factor)
from copied_learner c
join base_learner r on r.bucket = c.old_bucket and r.learner_id = c.old_id
order by c.bucket, c.learner_id;

create temp table copied_attempt as
select c.copy, c.factor, c.bucket, c.learner_id, e.bucket as old_bucket,
  e.enrollment_id as old_id, e.enrollment_id + 1000000 * c.copy as enrollment_id
from copied_learner c
join base_attempt e on e.bucket = c.old_bucket and e.learner_id = c.old_id
order by c.bucket, 7;
analyze base_record, base_attempt, base_event, copied_attempt;

-- Deadlines by the learner's own calendar are resolved anew; others move with the rest, and stay at
-- the end of a day.
insert into milepost.enrollment (bucket, enrollment_id, tenant_id, learner_id, course_id,
  attempt_no, is_current, created_at, enrolled_at, source, withdrawn_at, withdrawn_reason,
  exempted_at, exempted_reason, due_at, original_due_at, due_rule, due_date, due_days,
  due_time_zone, due_time_zone_source, completed_lessons, total_lessons,
  enrolled_outline_version, counted_version, first_viewed_at, last_viewed_at,
  last_viewed_lesson_id, completed_at, completed_outline_version, furthest_lesson_id,
  furthest_completed)
overriding system value
select c.bucket, c.enrollment_id, e.tenant_id, c.learner_id, e.course_id, e.attempt_no,
  e.is_current, pg_temp.aged(e.created_at, c.factor), t.enrolled_at, e.source,
  pg_temp.aged(e.withdrawn_at, c.factor), e.withdrawn_reason,
  pg_temp.aged(e.exempted_at, c.factor), e.exempted_reason,
  milepost.end_of_day(d.due_date, e.due_time_zone),
  case when e.original_due_at = e.due_at then milepost.end_of_day(d.due_date, e.due_time_zone)
    else milepost.end_of_day(
      (t.enrolled_at at time zone e.due_time_zone)::date + 90, e.due_time_zone) end,
  e.due_rule, case when e.due_rule = 'local_date' then d.due_date end, e.due_days,
  e.due_time_zone, e.due_time_zone_source, e.completed_lessons, e.total_lessons,
  e.enrolled_outline_version, e.counted_version, pg_temp.aged(e.first_viewed_at, c.factor),
  pg_temp.aged(e.last_viewed_at, c.factor), e.last_viewed_lesson_id,
  pg_temp.aged(e.completed_at, c.factor), e.completed_outline_version, e.furthest_lesson_id,
  e.furthest_completed
from copied_attempt c
join base_attempt e on e.bucket = c.old_bucket and e.enrollment_id = c.old_id
cross join lateral (select pg_temp.aged(e.enrolled_at, c.factor) as enrolled_at offset 0) t
cross join lateral (
  select case when e.due_rule = 'days_after_enrollment'
    then (t.enrolled_at at time zone e.due_time_zone)::date + e.due_days
    else (pg_temp.aged(e.due_at, c.factor) at time zone e.due_time_zone)::date end as due_date
) d
order by c.bucket, c.enrollment_id;

insert into milepost.progress_event (bucket, tenant_id, type, learner_id, course_id,
  enrollment_id, lesson_id, outline_version, occurred_at, received_at, source, actor, reason, data)
select c.bucket, v.tenant_id, v.type, c.learner_id, v.course_id, c.enrollment_id, v.lesson_id,
  v.outline_version, pg_temp.aged(v.occurred_at, c.factor), pg_temp.aged(v.received_at, c.factor),
  v.source, v.actor, v.reason, v.data
from copied_attempt c
join base_event v on v.bucket = c.old_bucket and v.enrollment_id = c.old_id
order by c.bucket, v.event_no;

-- Twenty-five million rows: written in the order of their key, which is built once at the end.
alter table milepost.lesson_progress drop constraint lesson_progress_pk;
set enable_hashjoin = off;
set enable_mergejoin = off;
insert into milepost.lesson_progress (bucket, tenant_id, enrollment_id, course_id, lesson_id,
  first_viewed_at, last_viewed_at, completed_at, completion_received_at, completion_source)
select c.bucket, lp.tenant_id, c.enrollment_id, lp.course_id, lp.lesson_id,
  pg_temp.aged(lp.first_viewed_at, c.factor), pg_temp.aged(lp.last_viewed_at, c.factor),
  pg_temp.aged(lp.completed_at, c.factor), pg_temp.aged(lp.completion_received_at, c.factor),
  lp.completion_source
from (select * from copied_attempt order by bucket, enrollment_id) c
join base_record lp on lp.bucket = c.old_bucket and lp.enrollment_id = c.old_id;
set maintenance_work_mem = '1GB';
alter table milepost.lesson_progress
  add constraint lesson_progress_pk primary key (bucket, enrollment_id, lesson_id);

-- The outline was there before the first copy's first act.
update milepost.lesson set published_at = published_at - interval '60 days';
update milepost.course set created_at = created_at - interval '60 days';

select setval(pg_get_serial_sequence('milepost.learner', 'learner_id'), max(learner_id))
from milepost.learner;
select setval(pg_get_serial_sequence('milepost.enrollment', 'enrollment_id'), max(enrollment_id))
from milepost.enrollment;
