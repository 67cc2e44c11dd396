create or replace function milepost.webhook_row(p_webhook milepost.webhook)
returns table (
  webhook_id bigint, url text, types text[], description text, created_at timestamptz,
  disabled_at timestamptz, disabled_reason text, secret_version integer,
  former_secret_until timestamptz, last_success_at timestamptz, last_failure_at timestamptz,
  waiting integer, given_up integer
)
language plpgsql stable
as $$
#variable_conflict use_column
begin
  return query
  select p_webhook.webhook_id, p_webhook.url, p_webhook.types::text[], p_webhook.description,
    p_webhook.created_at, p_webhook.disabled_at, p_webhook.disabled_reason,
    p_webhook.secret_version, p_webhook.former_secret_until, p_webhook.last_success_at,
    p_webhook.last_failure_at,
    (count(*) filter (where d.given_up_at is null))::integer,
    (count(*) filter (where d.given_up_at is not null))::integer
  from milepost.webhook_delivery d
  where d.webhook_id = p_webhook.webhook_id;
end $$;
comment on function milepost.webhook_row(milepost.webhook) is
  'A webhook as callers see it, with how many deliveries wait to be sent again or were given up.';
