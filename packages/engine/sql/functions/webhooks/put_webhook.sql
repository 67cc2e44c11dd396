create or replace function milepost.put_webhook(
  p_tenant text, p_webhook bigint, p_url text, p_types text[] default null,
  p_description text default null, p_disabled boolean default null,
  p_now timestamptz default null
) returns table (
  webhook_id bigint, url text, types text[], description text, created_at timestamptz,
  disabled_at timestamptz, disabled_reason text, secret_version integer,
  former_secret_until timestamptz, last_success_at timestamptz, last_failure_at timestamptz,
  waiting integer, given_up integer
)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_webhook   milepost.webhook := milepost.find_webhook(v_tenant_id, p_webhook);
begin
  perform milepost.check_webhook(p_url, p_types, p_description);
  v_webhook.url := p_url;
  v_webhook.types := p_types::milepost.event_type[];
  v_webhook.description := p_description;
  if p_disabled and v_webhook.disabled_at is null then
    v_webhook.disabled_at := v_now;
    v_webhook.disabled_reason := 'administrator';
  elsif not p_disabled and v_webhook.disabled_at is not null then
    v_webhook.disabled_at := null;
    v_webhook.disabled_reason := null;
    v_webhook.failed_rounds := 0;
    v_webhook.next_round_at := v_now;
  end if;
  update milepost.webhook w set
    url = v_webhook.url, types = v_webhook.types, description = v_webhook.description,
    disabled_at = v_webhook.disabled_at, disabled_reason = v_webhook.disabled_reason,
    failed_rounds = v_webhook.failed_rounds, next_round_at = v_webhook.next_round_at
  where w.tenant_id = v_tenant_id and w.webhook_id = p_webhook;
  return query select r.* from milepost.webhook_row(v_webhook) r;
end $$;
comment on function milepost.put_webhook(
  text, bigint, text, text[], text, boolean, timestamptz) is
  'Gives a webhook another URL, types and description; null types are all, a null description is '
  'none. Disables or enables it, or leaves that as it is where null: enabled again it goes on '
  'where it had come to.';
grant execute on function milepost.put_webhook(
  text, bigint, text, text[], text, boolean, timestamptz) to milepost_app;
