create or replace function milepost.list_webhooks(p_tenant text) returns table (
  webhook_id bigint, url text, types text[], description text, created_at timestamptz,
  disabled_at timestamptz, disabled_reason text, secret_version integer,
  former_secret_until timestamptz, last_success_at timestamptz, last_failure_at timestamptz,
  waiting integer, given_up integer
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return query
  select r.* from milepost.webhook w cross join lateral milepost.webhook_row(w) r
  where w.tenant_id = v_tenant_id
  order by w.webhook_id;
end $$;
comment on function milepost.list_webhooks(text) is
  'The webhooks of a tenant, oldest first; there are at most 50.';
grant execute on function milepost.list_webhooks(text) to milepost_app;
