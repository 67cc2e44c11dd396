-- What reports read. Counts per course, small whatever the number of learners: they depend on
-- lessons and days. Writers append changes to report_delta in the transaction of the fact and never
-- touch a shared row, so they never wait for each other here; report_cell holds what was folded.
-- A report reads both, in one snapshot, and so is exact at every commit.

-- What is counted, by measure and keys. Hours are whole hours since 1970, days whole days since
-- 1970: in UTC for views, in the tenant's zone for enrollments, starts and completions. A measure
-- is text, not an enum: under row-level security an index is searched by leakproof operators only.
--
-- of all attempts, so that a report counts what lies ahead and takes it off, however long the past:
--   counted              not exempt
--   all_exempt, all_withdrawn, all_completed_on_time, all_completed_late, all_open
--   all_open_due         open, with a deadline
--   all_due, all_original_due   key_2: 1 met, 0 not
--   all_frontier         of a lesson, see frontier
-- by day of enrollment (key_1):
--   enrolled_on          all attempts
--   exempt, withdrawn, completed_on_time, completed_late
--   waiting              open, nothing viewed yet
-- days from enrollment to the end:
--   finished_enrolled    key_1: day of enrollment; key_2: days to completion
--   finished_week, left_week, finished_month, left_month
--                        key_1: first day of the week or month of enrollment; key_2: days
--   finished_since, left_since   key_2: days
-- from first access:
--   finished, left       key_2: days to completion or withdrawal
--   going                open; by hour of first access, rounded up, as sums of some hours of a
--                        day in UTC (going_cells): key_1: which, and the local day; key_2: that day
--   going_enrolled       open; the same by hour of enrollment
-- of open attempts, to tell overdue, active and stalled at any later instant:
--   open                 key_1: day of the last view; key_2: hour of the deadline
--   open_due             key_1: hour of the deadline
-- what happened on a day (key_1):
--   started_on, completed_on
-- deadlines:
--   due, original_due    key_1: their hour; key_2: 1 met, 0 not
-- of a lesson:
--   lesson_viewed, lesson_completed
--   lesson_unavailable   attempts that had ended when it was published, and never viewed it
--   lesson_seconds       key_1: seconds from first view to completion, to one digit
--   lesson_seconds_two   key_1: the same; key_2: to two digits
--   lesson_seconds_four  key_1: to two digits; key_2: to four
--   frontier             viewed, not completed, no later lesson viewed; key_1: day of the last view

create type milepost.report_change as (
  measure   text,
  lesson_id bigint,
  key_1     integer,
  key_2     integer,
  n         integer
);
comment on type milepost.report_change is
  'One count that a write moves: by n, in the cell of these keys.';

create table milepost.report_cell (
  tenant_id integer not null,
  course_id bigint  not null,
  measure   text    not null,
  lesson_id bigint,
  key_1     integer,
  key_2     integer,
  n         integer not null,

  constraint report_cell_unique unique nulls not distinct
    (course_id, measure, lesson_id, key_1, key_2),
  constraint report_cell_of_course foreign key (tenant_id, course_id)
    references milepost.course (tenant_id, course_id)
)
with (fillfactor = 80);
-- Folding leaves cells behind that count nothing; it finds them here.
create index report_cell_empty on milepost.report_cell (course_id) where n = 0;
comment on table milepost.report_cell is
  'Counts of current attempts per course, as of the last fold. Together with report_delta they are '
  'exact; alone they are behind.';
comment on column milepost.report_cell.n is 'How many; never below 0 once all deltas are folded.';
comment on column milepost.report_cell.measure is 'What is counted, and what the keys mean.';
comment on column milepost.report_cell.key_1 is
  'An hour, some hours of a day, a day or a duration, as the measure says; null where it has none '
  'or the attempt lacks it.';
comment on column milepost.report_cell.key_2 is
  'A second hour, day or duration, as the measure says.';

create table milepost.report_delta (
  bucket    smallint not null,
  tenant_id integer  not null,
  course_id bigint   not null,
  changes   milepost.report_change[] not null
)
-- No key: rows are appended and taken away, never looked up one by one, and each index costs every
-- write.
-- Rows live for seconds: emptied pages are to be reused before the table grows.
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create index report_delta_of_course on milepost.report_delta (course_id);
comment on table milepost.report_delta is
  'Changes of report cells that are not folded yet: appended in the transaction of the fact, gone '
  'with the next fold. No foreign key: whoever appends holds the attempt.';
comment on column milepost.report_delta.changes is 'By how much which cells move.';
comment on column milepost.report_delta.bucket is
  'The learner''s bucket, of a batch the lowest; for an outline edit, that of the course''s own '
  'ledger entries.';

alter table milepost.enrollment add column furthest_lesson_id bigint;
alter table milepost.enrollment add column furthest_completed boolean not null default false;
alter table milepost.enrollment add column progress_points integer not null
  generated always as (
    coalesce((completed_lessons::bigint * 10000 / nullif(total_lessons, 0))::integer, -1)
  ) stored;
alter table milepost.enrollment add column last_viewed_slot integer not null
  generated always as (
    coalesce(floor(
      date_part('epoch', last_viewed_at - timestamptz '1970-01-01T00:00:00Z') / 600)::integer, -1)
  ) stored;
alter table milepost.enrollment add column due_order timestamptz not null
  generated always as (coalesce(due_at, 'infinity')) stored;
alter table milepost.enrollment add column open_due_order timestamptz not null
  generated always as (
    case when completed_at is null and withdrawn_at is null and exempted_at is null
      then coalesce(due_at, 'infinity') else '-infinity' end
  ) stored;
alter table milepost.enrollment add column frontier_lesson_id bigint not null
  generated always as (
    case when is_current and exempted_at is null and not furthest_completed
        and (withdrawn_at is null or withdrawn_at - enrolled_at > interval '24 hours')
      then coalesce(furthest_lesson_id, 0) else 0 end
  ) stored;
comment on column milepost.enrollment.open_due_order is
  'due_order while the attempt is open, -infinity once it is complete, withdrawn or exempt.';
comment on column milepost.enrollment.frontier_lesson_id is
  'furthest_lesson_id while reports count somebody who has not completed it, else 0.';
comment on column milepost.enrollment.due_order is
  'due_at, infinity without a deadline: what reports sort by and look hours up in. No null, so '
  'that one comparison of rows goes on behind a cursor; a column, since under row-level security '
  'no index is searched by a coalesce.';
comment on column milepost.enrollment.furthest_lesson_id is
  'Of the lessons viewed that are in the outline, the last one in its order: who is still at it, '
  'moved on or stopped. Kept while the attempt is current.';
comment on column milepost.enrollment.furthest_completed is
  'Whether that lesson is complete.';
comment on column milepost.enrollment.progress_points is
  'progress_percentage × 100 as a whole number, -1 without required lessons: what reports sort by. '
  'Row-level security lets no index be searched by a numeric, whose operators are not leakproof.';
comment on column milepost.enrollment.last_viewed_slot is
  'The ten minutes that last_viewed_at is in, since 1970, -1 before there is one: what an index '
  'can hold without every view having to move it.';

-- The indexes below lead with the course too, and a progress that moves has to move in each.
drop index milepost.enrollment_open_in_course;

-- Reports look up single hours and ten minutes here, and page through learners.
-- What the first one holds beside is counted by ten minutes without a look at the attempts; without
-- a null among it, since one makes reading each column of an index slow. The tenant is a key,
-- though the course tells it: so row-level security is a condition of the search and asks for its
-- tenant once; of a column beside the keys it asks once a row, up to half a microsecond each.
create index enrollment_by_activity on milepost.enrollment
  (course_id, tenant_id, last_viewed_slot, open_due_order, frontier_lesson_id) where is_current;
create index enrollment_by_due on milepost.enrollment
  (course_id, due_order, bucket, enrollment_id) where is_current;
create index enrollment_by_moved_due on milepost.enrollment (course_id, original_due_at)
  where is_current and original_due_at is distinct from due_at;
create index enrollment_by_progress on milepost.enrollment
  (course_id, progress_points, bucket, enrollment_id) where is_current;
create index enrollment_overdue on milepost.enrollment (tenant_id, due_at, bucket, enrollment_id)
  where is_current and completed_at is null and withdrawn_at is null and exempted_at is null
    and due_at is not null;
-- What has to be undone to see a course as it stood at an earlier instant.
create index progress_event_after on milepost.progress_event (course_id, received_at)
  where type in ('enrollment.withdrawn', 'enrollment.exempted', 'enrollment.reinstated',
    'deadline.moved', 'course.completed');
-- A case and not a coalesce, which is not searched under row-level security.
create index learner_by_name on milepost.learner (
  tenant_id, (case when name is null then '' else name end) collate "C", bucket, learner_id);

alter table milepost.report_cell enable row level security;
alter table milepost.report_cell force row level security;
-- As a sub-select the tenant is asked for once a statement, not once a row: reports read thousands.
create policy report_cell_of_current_tenant on milepost.report_cell
  using (tenant_id = (select milepost.current_tenant_id()));
alter table milepost.report_delta enable row level security;
alter table milepost.report_delta force row level security;
create policy report_delta_of_current_tenant on milepost.report_delta
  using (tenant_id = (select milepost.current_tenant_id()));
