create table milepost.learner_group (
  group_id    bigint      generated always as identity,
  tenant_id   integer     not null,
  external_id text        not null,
  name        text        not null,
  kind        text,
  created_at  timestamptz not null,

  constraint learner_group_pk primary key (group_id),
  constraint learner_group_external_id_unique unique (tenant_id, external_id),
  -- So that a membership can point at a group together with the tenant it must belong to.
  constraint learner_group_in_tenant unique (tenant_id, group_id),
  constraint learner_group_of_tenant foreign key (tenant_id)
    references milepost.tenant (tenant_id),
  constraint learner_group_external_id_length check (length(external_id) between 1 and 255),
  constraint learner_group_name_length check (length(name) between 1 and 1000),
  constraint learner_group_kind_length check (length(kind) between 1 and 100)
);
comment on table milepost.learner_group is
  'A group of learners: a team, a manager''s people, a site. Never deleted, or the memberships of '
  'the past would go with it.';
comment on column milepost.learner_group.external_id is 'The host''s own id of the group.';
comment on column milepost.learner_group.kind is
  'The host''s own word for what it is, such as team, manager or site. Nothing depends on it.';

create table milepost.group_member (
  bucket     smallint    not null,
  group_id   bigint      not null,
  learner_id bigint      not null,
  tenant_id  integer     not null,
  joined_at  timestamptz not null,
  left_at    timestamptz,

  -- The learner before the group: it finds the groups of one learner too.
  constraint group_member_pk primary key (bucket, learner_id, group_id, joined_at),
  constraint group_member_of_learner foreign key (bucket, learner_id, tenant_id)
    references milepost.learner (bucket, learner_id, tenant_id),
  constraint group_member_of_group foreign key (tenant_id, group_id)
    references milepost.learner_group (tenant_id, group_id),
  constraint group_member_left_after_joined check (left_at > joined_at)
);

-- At most one membership that goes on.
create unique index group_member_one_open on milepost.group_member (bucket, group_id, learner_id)
  where left_at is null;
-- One group across all learners; not unique, so that it may begin with the group.
create index group_member_by_group on milepost.group_member (group_id, bucket, learner_id);

comment on table milepost.group_member is
  'That a learner belonged to a group from joined_at until before left_at. To-do lists ask who '
  'belongs to it now, rates who belonged to it when the attempt began. Of one learner and group '
  'the memberships do not overlap: each is written under the learner''s lock.';
comment on column milepost.group_member.joined_at is
  'The first instant of the membership; not before the end of the one before.';
comment on column milepost.group_member.left_at is
  'The first instant after the membership; null while it goes on.';

do $$
declare
  v_table text;
begin
  foreach v_table in array array['learner_group', 'group_member'] loop
    execute format('alter table milepost.%I enable row level security', v_table);
    execute format('alter table milepost.%I force row level security', v_table);
    execute format(
      'create policy %I on milepost.%I using (tenant_id = milepost.current_tenant_id())',
      v_table || '_of_current_tenant', v_table
    );
  end loop;
end $$;
