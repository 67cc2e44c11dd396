-- Guards keep a completion from being changed by anyone who does not take them off. A superuser
-- can. So completions are sealed in the feed's order: each into a leaf, leaves into the root of a
-- tree, each root into a chain. Who keeps one seal's hash elsewhere can prove all that came before.
--
-- The tree is that of RFC 9162, section 2.1.1: SHA-256 over 0x00 and a leaf, over 0x01 and two
-- nodes, and a node without a neighbour goes up as it is. A seal is SHA-256 over 0x02 and its head.

create table milepost.seal (
  tenant_id     integer     not null,
  seal_no       integer     not null,
  sealed_at     timestamptz not null,
  buckets       smallint[]  not null,
  event_nos     bigint[]    not null,
  leaf_hashes   bytea[]     not null,
  root          bytea       not null,
  previous_hash bytea,
  hash          bytea       not null,

  constraint seal_pk primary key (tenant_id, seal_no),
  constraint seal_of_tenant foreign key (tenant_id) references milepost.tenant (tenant_id),
  constraint seal_chain_from_one check (
    seal_no >= 1 and (seal_no = 1) = (previous_hash is null)
  ),
  constraint seal_size check (
    cardinality(leaf_hashes) between 1 and 10000
    and cardinality(buckets) = cardinality(leaf_hashes)
    and cardinality(event_nos) = cardinality(leaf_hashes)
  ),
  constraint seal_hash_length check (length(root) = 32 and length(hash) = 32)
);
comment on table milepost.seal is
  'Completions of a tenant, sealed: up to 10,000 a row in the order of the feed. Rows are added '
  'and never changed.';
comment on column milepost.seal.seal_no is 'From 1 in each tenant, without gaps.';
comment on column milepost.seal.sealed_at is 'When it was made: part of what its hash is over.';
comment on column milepost.seal.buckets is
  'The buckets of the sealed entries of the ledger, in order; null where the entry was not moved '
  'here, since its learner had been erased.';
comment on column milepost.seal.event_nos is 'The entries within their buckets, in the same order.';
comment on column milepost.seal.leaf_hashes is
  'Of each leaf, in the same order: without them a seal could say that something was altered, and '
  'not what.';
comment on column milepost.seal.root is 'The root of the tree over the leaves.';
comment on column milepost.seal.previous_hash is 'The hash of the seal before; null of the first.';
comment on column milepost.seal.hash is
  'SHA-256 over 0x02 and seal_head: what to keep elsewhere.';

alter table milepost.seal enable row level security;
alter table milepost.seal force row level security;
create policy seal_of_current_tenant on milepost.seal
  using (tenant_id = milepost.current_tenant_id());

create trigger seal_never_changes
  before update or delete on milepost.seal for each row
  execute function milepost.refuse_change();

create trigger seal_never_truncated
  before truncate on milepost.seal
  execute function milepost.refuse_change();

alter table milepost.seal enable always trigger seal_never_changes;
alter table milepost.seal enable always trigger seal_never_truncated;

-- An export of everything asks for all tenants before it enters one.
create policy tenant_listed on milepost.tenant for select
  using (nullif(current_setting('milepost.lists_tenants', true), '') = 'yes');
