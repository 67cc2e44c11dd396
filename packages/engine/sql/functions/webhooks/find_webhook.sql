create or replace function milepost.find_webhook(p_tenant_id integer, p_webhook bigint)
returns milepost.webhook
language plpgsql
as $$
declare
  v_webhook milepost.webhook;
begin
  select w.* into v_webhook from milepost.webhook w
  where w.tenant_id = p_tenant_id and w.webhook_id = p_webhook
  for update;
  if not found then
    perform milepost.refuse('webhook_not_found');
  end if;
  return v_webhook;
end $$;
comment on function milepost.find_webhook(integer, bigint) is
  'A webhook by its number, locked; or the refusal that there is none.';
