create or replace function milepost.feed_lags(p_tenant_id integer, p_feed milepost.feed_position)
returns boolean
language plpgsql stable
set enable_seqscan = off
set jit = off
as $$
begin
  return p_feed.database_id is distinct from milepost.database_id()
    or exists (
      select from milepost.progress_event pe
      where pe.tenant_id = p_tenant_id and pe.tx >= p_feed.seen_before
        -- Or each call would go through all that a restore brought from later transactions.
        and pe.tx < txid_snapshot_xmax(txid_current_snapshot())
        and pe.event_no > p_feed.restored_no
    ) or exists (
      select from milepost.progress_event pe
      where pe.tenant_id = p_tenant_id and pe.tx = any (p_feed.seen_open)
        and pe.event_no > p_feed.restored_no
    );
end $$;
comment on function milepost.feed_lags(integer, milepost.feed_position) is
  'Whether something was committed that has no number in the feed of a tenant yet; so it is where '
  'the feed has no position at all, or one that another database''s transactions were counted in.';
