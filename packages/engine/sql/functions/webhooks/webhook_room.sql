create or replace function milepost.webhook_room(p_webhook bigint) returns integer
language sql stable
as $$
  select greatest(0, 100 - count(*))::integer from milepost.webhook_delivery d
  where d.webhook_id = p_webhook and d.given_up_at is null
$$;
comment on function milepost.webhook_room(bigint) is
  'How many more events a webhook may try. With 100 waiting to be sent again it takes no more from '
  'the feed, so that a receiver that is down does not grow rows without end.';
