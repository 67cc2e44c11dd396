create table milepost.lesson_progress (
  enrollment_id          bigint      not null,
  course_id              bigint      not null,
  lesson_id              bigint      not null,
  first_viewed_at        timestamptz not null,
  last_viewed_at         timestamptz not null,
  completed_at           timestamptz,
  completion_received_at timestamptz,
  tenant_id              integer     not null,
  bucket                 smallint    not null,
  viewed                 boolean     not null
    generated always as (first_viewed_at is not null) stored,
  completion_source      text,

  constraint lesson_progress_pk primary key (bucket, enrollment_id, lesson_id),

  -- course_id and tenant_id are here so that these two keys can disagree and be refused: without
  -- them a lesson of another course, or of another tenant, could count towards this attempt.
  constraint lesson_progress_of_enrollment
    foreign key (bucket, enrollment_id, tenant_id, course_id)
    references milepost.enrollment (bucket, enrollment_id, tenant_id, course_id),
  constraint lesson_progress_of_lesson foreign key (tenant_id, course_id, lesson_id)
    references milepost.lesson (tenant_id, course_id, lesson_id),

  constraint lesson_progress_views_in_order check (first_viewed_at <= last_viewed_at),
  constraint lesson_progress_completion_whole check (
    (completed_at is null) = (completion_received_at is null)
    and (completed_at is null) = (completion_source is null)
    and completed_at <= completion_received_at
  ),
  constraint lesson_progress_completion_is_a_view check (
    completed_at between first_viewed_at and last_viewed_at
  ),
  constraint lesson_progress_source_length check (length(completion_source) between 1 and 100)
)
with (fillfactor = 90);

comment on table milepost.lesson_progress is
  'The lesson view record: one row an attempt and lesson it touched, with the completion once '
  'there is one. Columns stand widest first: a hundred million rows pay for padding.';
comment on column milepost.lesson_progress.first_viewed_at is
  'The earliest view we were told of, whatever order they arrived in.';
comment on column milepost.lesson_progress.last_viewed_at is 'The latest view we were told of.';
comment on column milepost.lesson_progress.completed_at is
  'When the learner completed the lesson. The first completion recorded wins; once set it never '
  'changes.';
comment on column milepost.lesson_progress.completion_received_at is
  'When we learned of the completion.';
comment on column milepost.lesson_progress.completion_source is
  'How it reached us: api, import, or the host''s word.';
comment on column milepost.lesson_progress.viewed is
  'Always true: a row exists because the lesson was viewed, and completing implies viewing.';
