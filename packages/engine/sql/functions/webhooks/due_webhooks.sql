create or replace function milepost.due_webhooks(
  p_after text, p_limit integer, p_tenants text[] default null, p_now timestamptz default null
) returns table (tenant text, webhook_id bigint)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_now       constant timestamptz := coalesce(p_now, clock_timestamp());
  v_tenants   text[];
  v_tenant_id integer;
begin
  perform set_config('milepost.looks_for_webhooks', 'yes', true);
  v_tenants := array(
    select distinct w.tenant collate "C" from milepost.webhook w
    where w.disabled_at is null and w.next_round_at <= v_now
      and (w.leased_until is null or w.leased_until <= v_now)
      and w.tenant collate "C" > coalesce(p_after, '')
      and (p_tenants is null or w.tenant = any (p_tenants))
    order by 1
    limit p_limit
  );
  perform set_config('milepost.looks_for_webhooks', '', true);
  foreach tenant in array v_tenants loop
    v_tenant_id := milepost.enter(tenant);
    for webhook_id in
      select w.webhook_id from milepost.webhook w
      where w.tenant_id = v_tenant_id and w.disabled_at is null
        and w.next_round_at <= v_now and (w.leased_until is null or w.leased_until <= v_now)
        and milepost.webhook_has_work(w, v_now)
      order by w.webhook_id
    loop
      return next;
    end loop;
  end loop;
  perform set_config('milepost.tenant_id', '', true);
  tenant := case when cardinality(v_tenants) = p_limit then v_tenants[p_limit] end;
  webhook_id := null;
  return next;
end $$;
comment on function milepost.due_webhooks(text, integer, text[], timestamptz) is
  'The webhooks that somebody might send to now and that have something to be sent, of up to '
  'p_limit tenants after one by name, or of those named alone. The last row has no webhook: it '
  'says after which tenant to go on, or null where there is none.';
grant execute on function milepost.due_webhooks(text, integer, text[], timestamptz) to milepost_app;
