create table milepost.api_key (
  key_id     bigint      generated always as identity,
  tenant_id  integer     not null,
  name       text        not null,
  role       text        not null,
  key_hash   bytea       not null,
  prefix     text        not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,

  constraint api_key_pk primary key (key_id),
  constraint api_key_hash_unique unique (key_hash),
  constraint api_key_of_tenant foreign key (tenant_id) references milepost.tenant (tenant_id),
  constraint api_key_name_length check (length(name) between 1 and 255),
  constraint api_key_role_known check (role in ('service', 'administrator')),
  constraint api_key_hash_is_sha256 check (length(key_hash) = 32)
);
comment on table milepost.api_key is
  'Keys of programs that call the API. The key itself is shown once, on creation, and stored '
  'nowhere.';
comment on column milepost.api_key.key_hash is
  'SHA-256 of the whole key: it holds 256 random bits, so a slow hash would add nothing.';
comment on column milepost.api_key.prefix is
  'The first characters of the key, to tell keys apart by.';

create table milepost.idempotent_answer (
  tenant_id    integer     not null,
  key          text        not null,
  request_hash bytea       not null,
  status       smallint    not null,
  body         text        not null,
  created_at   timestamptz not null,

  constraint idempotent_answer_pk primary key (tenant_id, key),
  constraint idempotent_answer_key_length check (length(key) between 1 and 255)
);
create index idempotent_answer_by_age on milepost.idempotent_answer (created_at);
comment on table milepost.idempotent_answer is
  'Answers to posts that carried an Idempotency-Key, written in the transaction of the act and '
  'kept a day.';
comment on column milepost.idempotent_answer.request_hash is
  'SHA-256 of method, path and body: the same key with another request is refused.';
