-- What came of a round, in one transaction with the position: whoever dies before it has the same
-- events sent again, under the same ids.
create or replace function milepost.settle_webhook(
  p_tenant text, p_webhook bigint, p_lease text, p_sent_no bigint, p_arrived bigint[],
  p_failed_nos bigint[], p_failed_event_nos bigint[], p_failed_types text[],
  p_statuses smallint[], p_errors text[], p_gone boolean, p_now timestamptz default null
) returns table (settled boolean, disabled_reason text)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_webhook   milepost.webhook;
  v_failing   boolean;
begin
  select w.* into v_webhook from milepost.webhook w
  where w.tenant_id = v_tenant_id and w.webhook_id = p_webhook and w.leased_by = p_lease
  for update;
  if not found then
    settled := false;
    return next;
    return;
  end if;
  delete from milepost.webhook_delivery d
  where d.webhook_id = p_webhook and d.feed_no = any (p_arrived);
  perform milepost.note_failed_deliveries(
    v_webhook, p_failed_nos, p_failed_event_nos, p_failed_types, p_statuses, p_errors, v_now);
  if cardinality(p_arrived) > 0 then
    v_webhook.last_success_at := v_now;
    v_webhook.failed_rounds := 0;
  end if;
  if cardinality(p_failed_nos) > 0 then
    v_webhook.last_failure_at := v_now;
    if cardinality(p_arrived) = 0 then
      v_webhook.failed_rounds := v_webhook.failed_rounds + 1;
      v_webhook.next_round_at := v_now + milepost.webhook_round_backoff(v_webhook.failed_rounds);
    end if;
  end if;
  -- Three days of nothing: whoever is told of each of them would never be done.
  v_failing := exists (
    select from milepost.webhook_delivery d
    where d.webhook_id = p_webhook and d.feed_no = any (p_failed_nos) and d.given_up_at = v_now
      and d.first_failed_at > coalesce(v_webhook.last_success_at, '-infinity')
  );
  update milepost.webhook w set
    sent_no = greatest(w.sent_no, p_sent_no), next_round_at = v_webhook.next_round_at,
    failed_rounds = v_webhook.failed_rounds, last_success_at = v_webhook.last_success_at,
    last_failure_at = v_webhook.last_failure_at, leased_by = null, leased_until = null,
    disabled_at = coalesce(w.disabled_at, case when p_gone or v_failing then v_now end),
    disabled_reason = coalesce(
      w.disabled_reason, case when p_gone then 'gone' when v_failing then 'failing' end)
  where w.tenant_id = v_tenant_id and w.webhook_id = p_webhook
  returning true, w.disabled_reason into settled, disabled_reason;
  return next;
end $$;
comment on function milepost.settle_webhook(
  text, bigint, text, bigint, bigint[], bigint[], bigint[], text[], smallint[], text[], boolean,
  timestamptz) is
  'Ends a lease with what came of it: how far the feed was sent, what arrived, what failed and '
  'how, each by its number in the feed, and whether the receiver said that it is gone. Where '
  'somebody else has the lease by now it is not settled, and nothing is changed. disabled_reason '
  'says why nothing is sent any more.';
grant execute on function milepost.settle_webhook(
  text, bigint, text, bigint, bigint[], bigint[], bigint[], text[], smallint[], text[], boolean,
  timestamptz) to milepost_app;
