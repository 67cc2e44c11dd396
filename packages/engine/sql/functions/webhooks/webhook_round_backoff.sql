create or replace function milepost.webhook_round_backoff(p_failed_rounds integer)
returns interval
language sql immutable
as $$ select least(power(2, least(p_failed_rounds, 20) - 1) - 1, 300) * interval '1 second' $$;
comment on function milepost.webhook_round_backoff(integer) is
  'How long a webhook is left alone of which so many rounds in a row came to nothing: 0, 1, 3, 7 '
  'seconds and so on up to 5 minutes. One event that fails alone holds nothing up.';
