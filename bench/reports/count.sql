-- What milepost.rebuild_reports does, with the lesson records counted set by set: one by one, as
-- there, twenty-five million of them take a quarter of an hour.
set work_mem = '512MB';
set jit = off;
delete from milepost.report_delta;
delete from milepost.report_cell;
insert into milepost.report_cell (tenant_id, course_id, measure, lesson_id, key_1, key_2, n)
with record as (
  select e.tenant_id, e.course_id, lp.lesson_id, lp.completed_at,
    floor(extract(epoch from lp.completed_at - lp.first_viewed_at))::bigint as seconds
  from milepost.enrollment e
  join milepost.lesson_progress lp on lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id
  where e.is_current and e.exempted_at is null
    and (e.withdrawn_at is null or e.withdrawn_at - e.enrolled_at > interval '24 hours')
), duration as materialized (
  select r.tenant_id, r.course_id, r.lesson_id, r.seconds, count(*) as viewed,
    count(r.completed_at) as completed
  from record r
  group by r.tenant_id, r.course_id, r.lesson_id, r.seconds
), cell as (
  select e.tenant_id, e.course_id, c.measure, c.lesson_id, c.key_1, c.key_2, c.n
  from milepost.tenant t
  join milepost.enrollment e on e.tenant_id = t.tenant_id and e.is_current
  cross join lateral unnest(milepost.attempt_cells(e, t.time_zone, 1)) c
  union all
  select d.tenant_id, d.course_id, 'lesson_viewed', d.lesson_id, null, null, d.viewed
  from duration d
  union all
  select d.tenant_id, d.course_id, 'lesson_completed', d.lesson_id, null, null, d.completed
  from duration d
  union all
  select d.tenant_id, d.course_id, c.measure, c.lesson_id, c.key_1, c.key_2, c.n * d.completed
  from duration d
  cross join lateral unnest(milepost.duration_cells(d.lesson_id, d.seconds, 1)) c
)
select c.tenant_id, c.course_id, c.measure, c.lesson_id, c.key_1, c.key_2, sum(c.n)
from cell c
group by c.tenant_id, c.course_id, c.measure, c.lesson_id, c.key_1, c.key_2
having sum(c.n) <> 0;
