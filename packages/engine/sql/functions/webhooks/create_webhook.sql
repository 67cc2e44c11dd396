create or replace function milepost.create_webhook(
  p_tenant text, p_url text, p_types text[] default null, p_description text default null,
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
  v_webhook   milepost.webhook;
begin
  perform milepost.check_webhook(p_url, p_types, p_description);
  -- Of two at once the second waits, and counts what the first created.
  perform from milepost.tenant t where t.tenant_id = v_tenant_id for no key update;
  if (select count(*) from milepost.webhook w where w.tenant_id = v_tenant_id) >= 50 then
    perform milepost.refuse('webhooks_too_many');
  end if;
  insert into milepost.webhook as w (
    tenant_id, tenant, url, types, description, created_at, sent_no, next_round_at
  ) values (
    v_tenant_id, p_tenant, p_url, p_types::milepost.event_type[], p_description, v_now,
    milepost.advance_feed(v_tenant_id), v_now
  )
  returning w.* into v_webhook;
  return query select r.* from milepost.webhook_row(v_webhook) r;
end $$;
comment on function milepost.create_webhook(text, text, text[], text, timestamptz) is
  'Has what is recorded from now on sent to a URL: entries of some types, or all where null. A '
  'tenant has up to 50.';
grant execute on function milepost.create_webhook(text, text, text[], text, timestamptz)
  to milepost_app;
