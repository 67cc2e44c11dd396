create or replace function milepost.redeliver_webhook(
  p_tenant text, p_webhook bigint, p_feed_no bigint, p_now timestamptz default null
) returns table (
  feed_no bigint, event_no bigint, type text, attempts integer, first_failed_at timestamptz,
  last_failed_at timestamptz, next_attempt_at timestamptz, given_up_at timestamptz,
  last_status smallint, last_error text
)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_webhook   constant milepost.webhook := milepost.find_webhook(v_tenant_id, p_webhook);
begin
  if v_webhook.disabled_at is not null then
    perform milepost.refuse('webhook_disabled');
  end if;
  return query
  update milepost.webhook_delivery d set
    attempts = 0, next_attempt_at = v_now, given_up_at = null
  where d.webhook_id = p_webhook and d.feed_no = p_feed_no
  returning d.feed_no, d.event_no, d.type::text, d.attempts, d.first_failed_at, d.last_failed_at,
    d.next_attempt_at, d.given_up_at, d.last_status, d.last_error;
  if not found then
    perform milepost.refuse('delivery_not_found');
  end if;
  -- Whoever asks for it takes the receiver to be back.
  update milepost.webhook w set next_round_at = v_now, failed_rounds = 0
  where w.tenant_id = v_tenant_id and w.webhook_id = p_webhook;
end $$;
comment on function milepost.redeliver_webhook(text, bigint, bigint, timestamptz) is
  'Has an event that did not arrive sent again now, and again on schedule from the start should it '
  'fail.';
grant execute on function milepost.redeliver_webhook(text, bigint, bigint, timestamptz)
  to milepost_app;
