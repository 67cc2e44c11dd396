create or replace function milepost.lease_webhook(
  p_tenant text, p_webhook bigint, p_lease text, p_seconds integer,
  p_now timestamptz default null
) returns table (
  url text, types text[], secret_version integer, signs_with_former boolean, sent_no bigint,
  room integer
)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
begin
  return query
  update milepost.webhook w set
    leased_by = p_lease, leased_until = v_now + make_interval(secs => p_seconds)
  where w.webhook_id = (
    -- Locked first: of two at once, the second finds it taken and does not wait.
    select f.webhook_id from milepost.webhook f
    where f.tenant_id = v_tenant_id and f.webhook_id = p_webhook and f.disabled_at is null
      and f.next_round_at <= v_now and (f.leased_until is null or f.leased_until <= v_now)
    for update skip locked
  )
  returning w.url, w.types::text[], w.secret_version,
    coalesce(w.former_secret_until > v_now, false), w.sent_no,
    milepost.webhook_room(w.webhook_id);
end $$;
comment on function milepost.lease_webhook(text, bigint, text, integer, timestamptz) is
  'Gives whoever calls the webhook to themselves for so many seconds: no row where somebody has '
  'it, or it is not to be sent to now. p_lease is a name never used before.';
grant execute on function milepost.lease_webhook(text, bigint, text, integer, timestamptz)
  to milepost_app;
