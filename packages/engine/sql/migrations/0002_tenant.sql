-- Nothing that is created here is callable by everyone; each function file grants what it means to.
alter default privileges for role milepost_owner revoke execute on functions from public;
grant usage on schema milepost to milepost_app;

create table milepost.tenant (
  tenant_id  integer     not null,
  name       text        not null,
  time_zone  text        not null default 'UTC',
  created_at timestamptz not null,

  constraint tenant_pk primary key (tenant_id),
  constraint tenant_name_unique unique (name),
  constraint tenant_name_is_a_slug check (name ~ '^[a-z0-9][a-z0-9_-]{0,62}$')
);
comment on table milepost.tenant is
  'The isolation boundary. Every other table carries tenant_id, and no tenant sees a row of '
  'another.';
comment on column milepost.tenant.name is
  'Part of every learner''s bucket hash, so it never changes.';
comment on column milepost.tenant.time_zone is
  'IANA zone in which a deadline is read when neither its assigner nor the learner names one.';

create sequence milepost.tenant_number as integer start 2;
comment on sequence milepost.tenant_number is
  'Ids of further tenants; a sequence, because row-level security hides the highest one in use.';

insert into milepost.tenant (tenant_id, name, created_at)
values (1, 'default', date_trunc('milliseconds', now()));
