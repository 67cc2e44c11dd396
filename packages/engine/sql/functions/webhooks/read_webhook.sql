create or replace function milepost.read_webhook(p_tenant text, p_webhook bigint)
returns table (
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
  where w.tenant_id = v_tenant_id and w.webhook_id = p_webhook;
  if not found then
    perform milepost.refuse('webhook_not_found');
  end if;
end $$;
comment on function milepost.read_webhook(text, bigint) is 'A webhook by its number.';
grant execute on function milepost.read_webhook(text, bigint) to milepost_app;
