-- The catalogue: small, the same on every node, and pointing at no learner-side table.

create table milepost.course (
  course_id         bigint      generated always as identity,
  tenant_id         integer     not null,
  external_id       text        not null,
  title             text        not null,
  enrollment_policy text        not null default 'open',
  outline_version   integer     not null,
  required_version  integer     not null,
  total_lessons     integer     not null,
  created_at        timestamptz not null,

  constraint course_pk primary key (course_id),
  constraint course_external_id_unique unique (tenant_id, external_id),
  -- So that a row can point at a course together with the tenant it must belong to.
  constraint course_in_tenant unique (tenant_id, course_id),
  constraint course_of_tenant foreign key (tenant_id) references milepost.tenant (tenant_id),
  constraint course_external_id_length check (length(external_id) between 1 and 255),
  constraint course_title_length check (length(title) between 1 and 1000),
  constraint course_enrollment_policy_known check (enrollment_policy in ('open', 'required')),
  constraint course_versions_in_order check (1 <= required_version
    and required_version <= outline_version),
  constraint course_total_not_negative check (total_lessons >= 0)
);
comment on table milepost.course is 'A course of the host, as its latest outline describes it.';
comment on column milepost.course.external_id is 'The host''s own id of the course.';
comment on column milepost.course.enrollment_policy is
  'open: a learner''s first fact enrolls them. required: it is refused until someone enrolls them.';
comment on column milepost.course.outline_version is
  'Counts the edits of the outline that changed anything; 1 on creation.';
comment on column milepost.course.required_version is
  'The outline version at which the set of required lessons last changed. An edit that only '
  'renames or moves leaves it, and so recounts no attempt.';
comment on column milepost.course.total_lessons is
  'Required lessons that are not retired: the denominator of course progress.';

create table milepost.lesson (
  lesson_id    bigint      generated always as identity,
  tenant_id    integer     not null,
  course_id    bigint      not null,
  external_id  text        not null,
  title        text        not null,
  section      text,
  position     integer     not null,
  required     boolean     not null,
  published_at timestamptz not null,
  retired_at   timestamptz,
  replaced_by  bigint,
  due_at       timestamptz,
  counts       boolean     not null generated always as (required and retired_at is null) stored,

  constraint lesson_pk primary key (lesson_id),
  constraint lesson_external_id_unique unique (tenant_id, external_id),
  -- So that a fact can point at a lesson together with the course and tenant it must belong to.
  constraint lesson_in_course unique (tenant_id, course_id, lesson_id),
  constraint lesson_of_course foreign key (tenant_id, course_id)
    references milepost.course (tenant_id, course_id),
  constraint lesson_replaced_in_course foreign key (tenant_id, course_id, replaced_by)
    references milepost.lesson (tenant_id, course_id, lesson_id),
  constraint lesson_external_id_length check (length(external_id) between 1 and 255),
  constraint lesson_title_length check (length(title) between 1 and 1000),
  constraint lesson_section_length check (length(section) between 1 and 1000),
  constraint lesson_position_from_one check (position >= 1),
  constraint lesson_replaced_only_when_retired check (replaced_by is null or retired_at is not null)
);
comment on table milepost.lesson is
  'A lesson of a course. One that has left the outline is retired, never deleted: facts point at '
  'it.';
comment on column milepost.lesson.external_id is
  'The host''s own id of the lesson, unique in the tenant: a fact names a learner and a lesson, '
  'no course.';
comment on column milepost.lesson.position is
  'Place in the outline from 1; a retired lesson keeps the last one it had.';
comment on column milepost.lesson.required is
  'Optional lessons are recorded and shown, and count for nothing.';
comment on column milepost.lesson.retired_at is
  'When an edit took it out of the outline; null while it is in.';
comment on column milepost.lesson.replaced_by is
  'The lesson that took the place of a retired one: where resuming leads whoever stood there.';
comment on column milepost.lesson.due_at is
  'Everyone''s deadline for this one lesson. It moves no attempt''s deadline.';
comment on column milepost.lesson.counts is
  'Required and not retired: one of the course''s total_lessons.';
create index lesson_outline on milepost.lesson (course_id, position) where retired_at is null;

create table milepost.outline_change (
  tenant_id           integer     not null,
  course_id           bigint      not null,
  outline_version     integer     not null,
  changed_at          timestamptz not null,
  actor               text,
  title               text        not null,
  enrollment_policy   text        not null,
  total_lessons       integer     not null,
  required_lesson_ids bigint[]    not null,
  newly_required      bigint[]    not null,
  no_longer_required  bigint[]    not null,
  change              jsonb       not null,
  outline             jsonb       not null,

  constraint outline_change_pk primary key (tenant_id, course_id, outline_version),
  constraint outline_change_of_course foreign key (tenant_id, course_id)
    references milepost.course (tenant_id, course_id),
  constraint outline_change_total_is_required_set
    check (total_lessons = cardinality(required_lesson_ids)),
  constraint outline_change_difference_fits check (
    newly_required <@ required_lesson_ids and not no_longer_required && required_lesson_ids
  )
);
comment on table milepost.outline_change is
  'One row a version of a course''s outline: what the edit did, and the outline after it. '
  'Append-only.';
comment on column milepost.outline_change.required_lesson_ids is
  'The required lessons of this version: what an attempt frozen at it was counted against.';
comment on column milepost.outline_change.newly_required is
  'Those of required_lesson_ids that the version before did not require; all of them in the first.';
comment on column milepost.outline_change.no_longer_required is
  'What the version before required and this one does not: with newly_required all that it takes '
  'to count an attempt anew.';
comment on column milepost.outline_change.change is
  'Lesson ids by what happened to them: added, retired, moved, renamed, requirementChanged, '
  'dueChanged.';
comment on column milepost.outline_change.outline is
  'The whole outline after the edit, as put: what an export replays.';
