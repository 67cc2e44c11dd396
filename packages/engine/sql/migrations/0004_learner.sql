create table milepost.learner (
  bucket      smallint    not null,
  learner_id  bigint      generated always as identity,
  tenant_id   integer     not null,
  external_id text,
  name        text,
  email       text,
  locale      text,
  time_zone   text,
  created_at  timestamptz not null,
  erased_at   timestamptz,
  seal_salt   uuid        default gen_random_uuid(),
  seal_mark   bytea,

  -- Wider than uniqueness needs, so that an enrollment points at its learner and tenant in one key.
  constraint learner_pk primary key (bucket, learner_id, tenant_id),
  constraint learner_external_id_unique unique (bucket, tenant_id, external_id),
  constraint learner_of_tenant foreign key (tenant_id) references milepost.tenant (tenant_id),
  constraint learner_bucket_in_range check (bucket between 0 and 1023),
  constraint learner_external_id_length check (length(external_id) between 1 and 255),
  constraint learner_profile_length check (
    length(name) <= 1000 and length(email) <= 320 and length(locale) <= 100
      and length(time_zone) <= 100
  ),
  constraint learner_erased_has_no_person check (
    (erased_at is null) = (external_id is not null)
    and (erased_at is null or (name is null and email is null and locale is null
      and time_zone is null))
  ),
  -- Neither can be had from the other once the salt is gone.
  constraint learner_seal_mark_when_erased check (
    (erased_at is null) = (seal_salt is not null)
    and (erased_at is null) = (seal_mark is null)
  )
);
comment on table milepost.learner is
  'A learner of the host. All that identifies a person is in this row and in no other table, so '
  'erasing a person is this one row; their history stays under learner_id.';
comment on column milepost.learner.bucket is
  'bucket_of(tenant, external_id), 0–1023, never changed: first in every learner-side key, it is '
  'the lane in which parallel writers never meet and the distribution key past one machine.';
comment on column milepost.learner.external_id is
  'The host''s own id of the learner; null once erased.';
comment on column milepost.learner.time_zone is
  'IANA name. A deadline resolved in it stays where it is when the learner moves.';
comment on column milepost.learner.seal_salt is
  'Makes the mark by which sealed completions name the learner: learner_mark(seal_salt, '
  'external_id). Gone once erased, so that nobody can be found by trying ids.';
comment on column milepost.learner.seal_mark is
  'The mark itself, kept of a learner who was erased: what was sealed still verifies.';
