create table milepost.enrollment (
  bucket                    smallint    not null,
  enrollment_id             bigint      generated always as identity,
  tenant_id                 integer     not null,
  learner_id                bigint      not null,
  course_id                 bigint      not null,
  attempt_no                integer     not null default 1,
  is_current                boolean     not null default true,
  created_at                timestamptz not null,
  enrolled_at               timestamptz not null,
  source                    text        not null,
  withdrawn_at              timestamptz,
  withdrawn_reason          text,
  exempted_at               timestamptz,
  exempted_reason           text,
  due_at                    timestamptz,
  original_due_at           timestamptz,
  due_rule                  text,
  due_date                  date,
  due_days                  integer,
  due_time_zone             text,
  due_time_zone_source      text,
  completed_lessons         integer     not null default 0,
  total_lessons             integer     not null,
  enrolled_outline_version  integer     not null,
  counted_version           integer     not null,
  first_viewed_at           timestamptz,
  last_viewed_at            timestamptz,
  last_viewed_lesson_id     bigint,
  completed_at              timestamptz,
  completed_outline_version integer,
  -- Integer division truncates, so 100 means all of them; bigint, so that it cannot overflow.
  progress_percentage       numeric(5,2) generated always as (
    (completed_lessons::bigint * 10000 / nullif(total_lessons, 0))::numeric / 100
  ) stored,

  -- Wider than uniqueness needs, so that a lesson record points at its attempt, course and tenant
  -- in one key.
  constraint enrollment_pk primary key (bucket, enrollment_id, tenant_id, course_id),
  constraint enrollment_attempt_unique unique (bucket, learner_id, course_id, attempt_no),
  constraint enrollment_of_learner foreign key (bucket, learner_id, tenant_id)
    references milepost.learner (bucket, learner_id, tenant_id),
  constraint enrollment_of_course foreign key (tenant_id, course_id)
    references milepost.course (tenant_id, course_id),

  constraint enrollment_attempt_from_one check (attempt_no >= 1),
  constraint enrollment_source_length check (length(source) between 1 and 100),
  constraint enrollment_reason_length check (
    length(withdrawn_reason) <= 1000 and length(exempted_reason) <= 1000
  ),
  constraint enrollment_completed_within_total check (
    0 <= completed_lessons and completed_lessons <= total_lessons
  ),
  -- Both directions: nothing that writes can forget to complete an attempt, nor complete it early.
  constraint enrollment_complete_when_all_are check (
    (completed_at is not null) = (total_lessons > 0 and completed_lessons = total_lessons)
  ),
  constraint enrollment_completed_with_version check (
    (completed_at is null) = (completed_outline_version is null)
  ),
  constraint enrollment_views_in_order check (
    (first_viewed_at is null) = (last_viewed_at is null)
    and (first_viewed_at is null) = (last_viewed_lesson_id is null)
    and first_viewed_at <= last_viewed_at
  ),
  constraint enrollment_due_has_rule check (
    (due_at is null) = (due_rule is null)
    and case due_rule
          when 'instant' then due_date is null and due_days is null
          when 'local_date' then due_date is not null and due_days is null
            and due_time_zone is not null
          when 'days_after_enrollment'
            then due_days >= 0 and due_date is null and due_time_zone is not null
          else due_rule is null and due_date is null and due_days is null
        end
  ),
  constraint enrollment_due_keeps_original check (due_at is null or original_due_at is not null),
  constraint enrollment_due_zone_source_known check (
    (due_time_zone is null) = (due_time_zone_source is null)
    and due_time_zone_source in ('assigner', 'learner', 'organization')
  )
)
-- Every completion rewrites its attempt's row: room on the page keeps that a heap-only update.
with (fillfactor = 80);

-- At most one attempt that facts go to.
create unique index enrollment_one_current on milepost.enrollment (bucket, learner_id, course_id)
  where is_current;
-- What an outline edit recounts, in the order in which every writer locks.
create index enrollment_open_in_course on milepost.enrollment (course_id, bucket, enrollment_id)
  where is_current and completed_at is null;

comment on table milepost.enrollment is
  'One attempt of one learner at one course, with its course progress. A retake opens the next '
  'attempt and leaves this one as it was.';
comment on column milepost.enrollment.attempt_no is '1, 2, 3, … per learner and course.';
comment on column milepost.enrollment.is_current is
  'The attempt that facts go to. At most one per learner and course; earlier ones are frozen.';
comment on column milepost.enrollment.created_at is
  'When we learned of the attempt; enrolled_at is when it began.';
comment on column milepost.enrollment.source is
  'Where the enrollment came from: self (the learner''s own first fact), api, import, retake, or '
  'the host''s word.';
comment on column milepost.enrollment.due_at is
  'The last instant that is on time; overdue when the present is after it. A local date is the '
  'last millisecond of that day in its zone.';
comment on column milepost.enrollment.original_due_at is
  'The first deadline this attempt was given; an extension moves due_at and leaves this.';
comment on column milepost.enrollment.due_rule is
  'How the deadline was stated: instant, local_date (due_date), or days_after_enrollment '
  '(due_days).';
comment on column milepost.enrollment.due_date is 'The local date of a local_date deadline.';
comment on column milepost.enrollment.due_days is
  'Calendar days after the local date of enrollment, so daylight saving does not move the hour.';
comment on column milepost.enrollment.due_time_zone is
  'IANA zone in which the deadline was resolved.';
comment on column milepost.enrollment.due_time_zone_source is
  'Whose zone it is: assigner (named with the deadline), learner, or organization (the tenant''s).';
comment on column milepost.enrollment.enrolled_outline_version is
  'The outline version of the moment the attempt was opened.';
comment on column milepost.enrollment.completed_lessons is
  'Completion timestamps on the required lessons of counted_version; changed only under this '
  'row''s lock.';
comment on column milepost.enrollment.total_lessons is 'Required lessons of counted_version.';
comment on column milepost.enrollment.counted_version is
  'Outline version whose required lessons the two counts are of. Follows the course''s '
  'required_version while the attempt is open and current; then it stays.';
comment on column milepost.enrollment.progress_percentage is
  'completed_lessons / total_lessons × 100, truncated to two decimals; null without required '
  'lessons. Generated from the two, so it cannot disagree with them.';
comment on column milepost.enrollment.completed_at is
  'When the last required lesson was completed, or when the edit took the last missing one out. '
  'Never changes: a lesson added next year does not un-complete anyone.';
comment on column milepost.enrollment.completed_outline_version is
  'The outline version the completion was earned against.';
comment on column milepost.enrollment.last_viewed_lesson_id is
  'The lesson of last_viewed_at; of two at the same instant, the one we learned of later.';
