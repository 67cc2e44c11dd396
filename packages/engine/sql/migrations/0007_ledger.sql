create type milepost.event_type as enum (
  'enrollment.created', 'enrollment.withdrawn', 'enrollment.exempted', 'enrollment.reinstated',
  'deadline.moved', 'lesson.completed', 'lesson.completion_repeated', 'course.completed',
  'outline.changed', 'learner.erased', 'progress.repaired'
);
comment on type milepost.event_type is
  'What the ledger records; docs/concepts.md says when each is written.';

create table milepost.progress_event (
  event_no        bigint      generated always as identity,
  learner_id      bigint,
  course_id       bigint,
  enrollment_id   bigint,
  lesson_id       bigint,
  occurred_at     timestamptz not null,
  received_at     timestamptz not null,
  tenant_id       integer     not null,
  type            milepost.event_type not null,
  outline_version integer,
  bucket          smallint    not null,
  source          text,
  actor           text,
  client_event_id text,
  reason          text,
  data            jsonb,
  tx              bigint      not null default txid_current(),

  constraint progress_event_pk primary key (bucket, event_no),
  constraint progress_event_occurred_before_received check (occurred_at <= received_at),
  constraint progress_event_client_event_id_length check (length(client_event_id) <= 255)
);
-- One learner's timeline, in order.
create index progress_event_of_enrollment on milepost.progress_event (bucket, enrollment_id,
  event_no);
-- Rule 8 of what Milepost promises: exactly one course.completed per attempt.
create unique index progress_event_one_course_completion
  on milepost.progress_event (bucket, enrollment_id) where type = 'course.completed';
-- What was committed since the feed was last carried on.
create index progress_event_by_tx on milepost.progress_event (tenant_id, tx);

comment on table milepost.progress_event is
  'The ledger: append-only, what happened, when, when we learned of it, from where and by whom. '
  'It has no foreign keys: only the write functions insert here, in the transaction and under '
  'the lock of the fact.';
comment on column milepost.progress_event.type is 'What happened.';
comment on column milepost.progress_event.occurred_at is
  'When it happened, by the word of whoever told us; never after received_at.';
comment on column milepost.progress_event.received_at is
  'When we learned of it: by our clock, or, where history was moved in, by that of its old home.';
comment on column milepost.progress_event.event_no is
  'Grows with every entry; the cursor of a timeline.';
comment on column milepost.progress_event.bucket is
  'The learner''s bucket; for an entry about a course, bucket_of(tenant, the course''s external '
  'id).';
comment on column milepost.progress_event.actor is
  'Role or service that acted, of an administrator''s token with the host''s own id of whoever '
  'that is. Never a learner''s own id: that lives in the learner table alone.';
comment on column milepost.progress_event.client_event_id is
  'The client''s own id of the event; cleared when the learner is erased, since it may name them.';
comment on column milepost.progress_event.reason is
  'Why, in the words of whoever acted; cleared when the learner is erased.';
comment on column milepost.progress_event.tx is
  'The transaction that wrote the entry, by which the feed finds what was committed since.';
comment on column milepost.progress_event.data is
  'What the type adds: old and new deadline, before and after of a repair.';

create table milepost.event_receipt (
  bucket          smallint    not null,
  learner_id      bigint      not null,
  client_event_id text        not null,
  tenant_id       integer     not null,
  received_at     timestamptz not null,

  constraint event_receipt_pk primary key (bucket, learner_id, client_event_id),
  constraint event_receipt_of_learner foreign key (bucket, learner_id, tenant_id)
    references milepost.learner (bucket, learner_id, tenant_id),
  constraint event_receipt_id_length check (length(client_event_id) between 1 and 255)
);
comment on table milepost.event_receipt is
  'Client event ids seen, per learner: one seen before changes nothing, whatever it says this '
  'time.';
