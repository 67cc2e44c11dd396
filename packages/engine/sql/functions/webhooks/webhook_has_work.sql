create or replace function milepost.webhook_has_work(p_webhook milepost.webhook, p_now timestamptz)
returns boolean
language plpgsql stable
as $$
begin
  return exists (
    select from milepost.webhook_delivery d
    where d.webhook_id = p_webhook.webhook_id and d.given_up_at is null
      and d.next_attempt_at <= p_now
  ) or (
    milepost.feed_goes_on(p_webhook.tenant_id, p_webhook.sent_no)
    and milepost.webhook_room(p_webhook.webhook_id) > 0
  );
end $$;
comment on function milepost.webhook_has_work(milepost.webhook, timestamptz) is
  'Whether a webhook has a delivery to try again now, or entries of the feed that it has not come '
  'to.';
