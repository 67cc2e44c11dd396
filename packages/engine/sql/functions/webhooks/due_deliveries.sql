create or replace function milepost.due_deliveries(
  p_tenant text, p_webhook bigint, p_limit integer, p_now timestamptz default null
) returns table (
  feed_no bigint, event_no bigint, type text, learner text, course text, attempt integer,
  lesson text, occurred_at timestamptz, received_at timestamptz, source text, actor text,
  client_event_id text, outline_version integer, reason text, data jsonb
)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := coalesce(p_now, clock_timestamp());
begin
  return query
  select e.feed_no, e.event_no, e.type, e.learner, e.course, e.attempt, e.lesson, e.occurred_at,
    e.received_at, e.source, e.actor, e.client_event_id, e.outline_version, e.reason, e.data
  from (
    select d.feed_no from milepost.webhook_delivery d
    where d.tenant_id = v_tenant_id and d.webhook_id = p_webhook and d.given_up_at is null
      and d.next_attempt_at <= v_now
    order by d.next_attempt_at
    limit p_limit
  ) d
  -- As the feed has it now: of a learner who was erased since, nothing is sent.
  cross join lateral milepost.read_feed(p_tenant, d.feed_no - 1, null, null, 1) e
  where e.event_no is not null;
end $$;
comment on function milepost.due_deliveries(text, bigint, integer, timestamptz) is
  'The events that a webhook is to be sent again now, those that have waited longest first.';
grant execute on function milepost.due_deliveries(text, bigint, integer, timestamptz)
  to milepost_app;
