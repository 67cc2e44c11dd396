-- One call at a time numbers a tenant's entries, and a later one finds what it committed: so
-- numbers are in the order of commits, without gaps, and who has read up to one has read all before
-- it. Writers are not waited for and do not wait. What a restored ledger lacks is found by a hash
-- of all numbers: planned while the tables counted as empty, a nested loop went through all of
-- them once an entry (seen: 25 s for 11,000).
--
-- A restored ledger says transactions of its former cluster, which may be under way here or come
-- later, and would be numbered again then: so the highest entry of those is kept (restored_no).
-- All that is written here is above it, since a restore sets the sequence too.
create or replace function milepost.advance_feed(p_tenant_id integer) returns bigint
language plpgsql
set enable_seqscan = off
set enable_hashjoin = on
set enable_nestloop = off
set enable_material = off
set jit = off
as $$
declare
  v_database_id text;
  v_own         bigint;
  v_own_xid     xid;
  v_restored    boolean;
  v_feed        milepost.feed_position;
begin
  select f.* into v_feed from milepost.feed_position f where f.tenant_id = p_tenant_id;
  if not milepost.feed_lags(p_tenant_id, v_feed) then
    return v_feed.last_no;
  end if;
  -- A standby tells as far as it was numbered where it can be.
  if current_setting('transaction_read_only') = 'on' then
    return coalesce(v_feed.last_no, 0);
  end if;

  insert into milepost.feed_position (tenant_id) values (p_tenant_id) on conflict do nothing;
  select f.* into v_feed from milepost.feed_position f where f.tenant_id = p_tenant_id for update;
  v_database_id := milepost.database_id();
  v_restored := v_feed.database_id <> v_database_id;
  -- What this transaction wrote is for whoever reads after its commit, and so is what it will.
  v_own := txid_current();
  -- A restored entry may say the same number by chance; its row was written earlier than ours are.
  v_own_xid := pg_current_xact_id()::xid;

  with snapshot as materialized (
    select txid_snapshot_xmax(s.now) as ends, array(select txid_snapshot_xip(s.now)) as open
    from (select txid_current_snapshot() as now) s
  ), entry as (
    select pe.bucket, pe.event_no from milepost.progress_event pe
    where not v_restored and pe.tenant_id = p_tenant_id
      and pe.tx >= v_feed.seen_before and pe.tx < (select s.ends from snapshot s)
      and pe.tx <> v_own and pe.event_no > v_feed.restored_no
    union all
    select pe.bucket, pe.event_no from milepost.progress_event pe
    where not v_restored and pe.tenant_id = p_tenant_id
      and pe.tx = any (v_feed.seen_open) and pe.tx <> v_own
      and pe.event_no > v_feed.restored_no
    union all
    select pe.bucket, pe.event_no
    from milepost.progress_event pe
    left join (
      select k.bucket, k.event_no
      from milepost.feed_segment fs
      cross join lateral unnest(fs.buckets, fs.event_nos) k (bucket, event_no)
      where fs.tenant_id = p_tenant_id
    ) numbered using (bucket, event_no)
    where v_restored and pe.tenant_id = p_tenant_id and numbered.event_no is null
      and not (pe.tx = v_own and age(pe.xmin) <= age(v_own_xid))
  ), restored as (
    -- Nothing else is visible of transactions that have not ended.
    select max(pe.event_no) as last_no
    from snapshot s
    join milepost.progress_event pe on pe.tx >= s.ends or pe.tx = any (s.open || v_own)
    where v_restored and pe.tenant_id = p_tenant_id
      and not (pe.tx = v_own and age(pe.xmin) <= age(v_own_xid))
  ), segment as (
    insert into milepost.feed_segment (tenant_id, first_no, buckets, event_nos)
    select p_tenant_id, v_feed.last_no + min(n.n), array_agg(n.bucket order by n.n),
      array_agg(n.event_no order by n.n)
    -- Of one learner each entry was written after the one before was committed, by number too.
    from (select e.*, row_number() over (order by e.event_no) as n from entry e) n
    group by (n.n - 1) / 1000
    returning cardinality(event_nos) as entries
  )
  update milepost.feed_position f set
    last_no = f.last_no + (select coalesce(sum(s.entries), 0) from segment s),
    seen_before = s.ends,
    seen_open = s.open || case when v_own < s.ends then array[v_own] else '{}' end,
    database_id = v_database_id,
    restored_no = case when v_restored then coalesce(r.last_no, 0) else f.restored_no end
  from snapshot s, restored r
  where f.tenant_id = p_tenant_id
  returning f.last_no into v_feed.last_no;
  return v_feed.last_no;
end $$;
comment on function milepost.advance_feed(integer) is
  'Numbers what was committed since the feed was last carried on; the number of its last entry. '
  'Writes nothing where there is nothing new, nor in a transaction that may not.';
