create or replace function milepost.note_failed_deliveries(
  p_webhook milepost.webhook, p_feed_nos bigint[], p_event_nos bigint[], p_types text[],
  p_statuses smallint[], p_errors text[], p_now timestamptz
) returns void
language sql
as $$
  insert into milepost.webhook_delivery as d (
    webhook_id, feed_no, tenant_id, event_no, type, attempts, first_failed_at, last_failed_at,
    next_attempt_at, last_status, last_error
  )
  select p_webhook.webhook_id, f.feed_no, p_webhook.tenant_id, f.event_no,
    f.type::milepost.event_type, 1, p_now, p_now,
    milepost.instant(p_now + milepost.webhook_backoff(1) * (1 + 0.1 * random())), f.status, f.error
  from unnest(p_feed_nos, p_event_nos, p_types, p_statuses, p_errors)
    f (feed_no, event_no, type, status, error)
  on conflict (webhook_id, feed_no) do update set
    attempts = d.attempts + 1,
    last_failed_at = excluded.last_failed_at,
    next_attempt_at = milepost.instant(
      p_now + milepost.webhook_backoff(d.attempts + 1) * (1 + 0.1 * random())),
    given_up_at = case when milepost.webhook_backoff(d.attempts + 1) is null then p_now end,
    last_status = excluded.last_status,
    last_error = excluded.last_error
$$;
comment on function milepost.note_failed_deliveries(
  milepost.webhook, bigint[], bigint[], text[], smallint[], text[], timestamptz) is
  'Keeps deliveries that failed, each with when it is tried again: up to a tenth later than '
  'scheduled, so that what failed together does not come back together.';
