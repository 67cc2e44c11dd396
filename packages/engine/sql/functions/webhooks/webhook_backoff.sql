create or replace function milepost.webhook_backoff(p_attempts integer) returns interval
language sql immutable
as $$
  select (array[
    '5 seconds', '5 minutes', '30 minutes', '2 hours', '5 hours', '10 hours', '14 hours',
    '20 hours', '24 hours'
  ]::interval[])[p_attempts]
$$;
comment on function milepost.webhook_backoff(integer) is
  'How long a delivery waits after so many attempts failed, as Standard Webhooks suggests; null '
  'where it is given up, a little over three days after the first.';
