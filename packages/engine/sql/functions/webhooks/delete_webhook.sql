create or replace function milepost.delete_webhook(p_tenant text, p_webhook bigint)
returns table (webhook_id bigint, given_up integer)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  perform milepost.find_webhook(v_tenant_id, p_webhook);
  delete from milepost.webhook_delivery d
  where d.tenant_id = v_tenant_id and d.webhook_id = p_webhook;
  get diagnostics given_up = row_count;
  delete from milepost.webhook w where w.tenant_id = v_tenant_id and w.webhook_id = p_webhook;
  webhook_id := p_webhook;
  return next;
end $$;
comment on function milepost.delete_webhook(text, bigint) is
  'Deletes a webhook, and with it the deliveries that had not arrived: how many those were.';
grant execute on function milepost.delete_webhook(text, bigint) to milepost_app;
