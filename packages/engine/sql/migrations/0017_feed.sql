-- The feed is the ledger in the order of its commits. Numbers that grow with every insert do not
-- give that order: a transaction that took 7 may commit after one that took 8, and a reader that
-- has come to 8 would never see 7. So entries are numbered again once they are committed, by
-- whoever reads (advance_feed), and writers add a transaction's number and nothing else.

create table milepost.feed_position (
  tenant_id   integer  not null,
  last_no     bigint   not null default 0,
  sealed_no   bigint   not null default 0,
  seals_held  boolean  not null default false,
  seen_before bigint   not null default 0,
  seen_open   bigint[] not null default '{}',
  database_id text     not null default '',
  restored_no bigint   not null default 0,

  constraint feed_position_pk primary key (tenant_id),
  constraint feed_position_of_tenant foreign key (tenant_id)
    references milepost.tenant (tenant_id),
  constraint feed_position_not_negative check (last_no >= 0),
  constraint feed_position_sealed_in_feed check (sealed_no between 0 and last_no)
);
comment on table milepost.feed_position is
  'How far the feed of a tenant has come. Entries are new to it where their transaction is '
  'seen_before or later, or one of seen_open.';
comment on column milepost.feed_position.last_no is 'The number of the feed''s last entry.';
comment on column milepost.feed_position.sealed_no is
  'Up to which entry completions are sealed.';
comment on column milepost.feed_position.seals_held is
  'An export is being moved in, with the seals of its old home: until they are here no other is '
  'made.';
comment on column milepost.feed_position.seen_before is
  'All transactions before this one had ended when the feed was last carried on, but for those of '
  'seen_open.';
comment on column milepost.feed_position.seen_open is
  'Earlier transactions that were under way then: a long one holds up its own entries alone.';
comment on column milepost.feed_position.database_id is
  'The cluster and database whose transactions these are. Restored into another, the feed looks '
  'through the whole ledger once for what it lacks, since transactions count from elsewhere there.';
comment on column milepost.feed_position.restored_no is
  'Entries up to this event_no came with a restore and have their numbers. Their transactions may '
  'be such as this database has not come to yet, and when it does they are not new.';

create table milepost.feed_segment (
  tenant_id integer    not null,
  first_no  bigint     not null,
  buckets   smallint[] not null,
  event_nos bigint[]   not null,

  constraint feed_segment_pk primary key (tenant_id, first_no),
  constraint feed_segment_from_one check (first_no >= 1),
  constraint feed_segment_size check (
    cardinality(event_nos) between 1 and 1000 and cardinality(buckets) = cardinality(event_nos)
  )
);
comment on table milepost.feed_segment is
  'The feed: up to 1,000 consecutive entries a row, since a row an entry would be half the ledger '
  'again. Rows are added and never changed.';
comment on column milepost.feed_segment.first_no is
  'The number of the first entry; those after it count on. A tenant''s numbers have no gaps.';
comment on column milepost.feed_segment.buckets is 'The buckets of the entries, in order.';
comment on column milepost.feed_segment.event_nos is
  'The entries within their buckets, in the same order.';

do $$
declare
  v_table text;
begin
  foreach v_table in array array['feed_position', 'feed_segment'] loop
    execute format('alter table milepost.%I enable row level security', v_table);
    execute format('alter table milepost.%I force row level security', v_table);
    execute format(
      'create policy %I on milepost.%I using (tenant_id = milepost.current_tenant_id())',
      v_table || '_of_current_tenant', v_table
    );
  end loop;
end $$;

create trigger feed_never_changes
  before update or delete on milepost.feed_segment for each row
  execute function milepost.refuse_change();

create trigger feed_never_truncated
  before truncate on milepost.feed_segment
  execute function milepost.refuse_change();

alter table milepost.feed_segment enable always trigger feed_never_changes;
alter table milepost.feed_segment enable always trigger feed_never_truncated;
