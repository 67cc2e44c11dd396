create or replace function milepost.rotate_webhook_secret(
  p_tenant text, p_webhook bigint, p_now timestamptz default null
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
  update milepost.webhook w set
    secret_version = w.secret_version + 1, former_secret_until = v_now + interval '24 hours'
  where w.tenant_id = v_tenant_id and w.webhook_id = p_webhook
  returning w.* into v_webhook;
  return query select r.* from milepost.webhook_row(v_webhook) r;
end $$;
comment on function milepost.rotate_webhook_secret(text, bigint, timestamptz) is
  'Gives a webhook its next secret; what is sent is signed with the one before too for 24 hours.';
grant execute on function milepost.rotate_webhook_secret(text, bigint, timestamptz)
  to milepost_app;
