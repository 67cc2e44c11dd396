create or replace function milepost.list_webhook_deliveries(
  p_tenant text, p_webhook bigint, p_after bigint, p_limit integer
) returns table (
  feed_no bigint, event_no bigint, type text, attempts integer, first_failed_at timestamptz,
  last_failed_at timestamptz, next_attempt_at timestamptz, given_up_at timestamptz,
  last_status smallint, last_error text
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  perform from milepost.webhook w where w.tenant_id = v_tenant_id and w.webhook_id = p_webhook;
  if not found then
    perform milepost.refuse('webhook_not_found');
  end if;
  return query
  select d.feed_no, d.event_no, d.type::text, d.attempts, d.first_failed_at, d.last_failed_at,
    d.next_attempt_at, d.given_up_at, d.last_status, d.last_error
  from milepost.webhook_delivery d
  where d.webhook_id = p_webhook and d.feed_no > coalesce(p_after, 0)
  order by d.feed_no
  limit p_limit;
end $$;
comment on function milepost.list_webhook_deliveries(text, bigint, bigint, integer) is
  'What has not arrived at a webhook, in the order of the feed, after one: waiting or given up.';
grant execute on function milepost.list_webhook_deliveries(text, bigint, bigint, integer)
  to milepost_app;
