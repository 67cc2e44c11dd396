create or replace function milepost.report_data_health(
  p_tenant text, p_now timestamptz default null
) returns table (
  as_of timestamptz, sources jsonb, refusals jsonb, feed_no bigint, feed_reached_at timestamptz,
  feed_is_behind boolean, unfolded integer, recounts integer, enabled_webhooks integer,
  failing_webhooks integer, waiting_deliveries integer, given_up_deliveries integer, doctor jsonb
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_feed      milepost.feed_position;
begin
  select f.* into v_feed from milepost.feed_position f where f.tenant_id = v_tenant_id;
  as_of := v_now;
  sources := milepost.intake_by_source(v_tenant_id, v_now);
  refusals := milepost.refusals_by_source(v_tenant_id, v_now);
  feed_no := coalesce(v_feed.last_no, 0);
  feed_reached_at := milepost.feed_reached_at(v_tenant_id, feed_no);
  feed_is_behind := milepost.feed_lags(v_tenant_id, v_feed) and (
    v_feed.tenant_id is not null
    or exists (select from milepost.progress_event pe where pe.tenant_id = v_tenant_id));
  -- Rows live for seconds. Whoever has more than that waiting need not know how many.
  unfolded := (select count(*) from (
    select from milepost.report_delta d where d.tenant_id = v_tenant_id limit 10000) d);
  recounts := (
    select count(distinct r.course_id) from milepost.recount r where r.tenant_id = v_tenant_id);
  select count(*) filter (where w.disabled_at is null),
    count(*) filter (where w.disabled_at is null and w.failed_rounds > 0),
    coalesce(sum(d.waiting), 0), coalesce(sum(d.given_up), 0)
  into enabled_webhooks, failing_webhooks, waiting_deliveries, given_up_deliveries
  from milepost.webhook w cross join lateral milepost.webhook_row(w) d
  where w.tenant_id = v_tenant_id;
  doctor := (select to_jsonb(r) from milepost.doctor_run r where r.tenant_id = v_tenant_id);
  return next;
end $$;
comment on function milepost.report_data_health(text, timestamptz) is
  'Whether it is the data or the people: what came in and what was refused, how far the feed, the '
  'reports and the webhooks are, and what the doctor found last. One row.';
grant execute on function milepost.report_data_health(text, timestamptz) to milepost_app;
