-- A source is silent that sent on at least 5 of the 7 days before the last one, and nothing since.
-- Days are stretches of 24 hours that end now, so that it is the same at every hour of the day and
-- in every zone. One that rests at weekends shows as silent then: it sent on 5.
create or replace function milepost.intake_by_source(p_tenant_id integer, p_now timestamptz)
returns jsonb
language plpgsql stable
as $$
declare
  v_day constant timestamptz := p_now - interval '24 hours';
begin
  return (
    with counted as materialized (
      select i.*, floor(extract(epoch from p_now - i.last_at) / 86400) as days_ago
      from milepost.intake i
      where i.tenant_id = p_tenant_id and i.hour > p_now - interval '30 days'
    ), lag as (
      select l.source, jsonb_agg(jsonb_build_array(l.bin, l.n) order by l.bin) as bins
      from (
        select c.source, u.place - 1 as bin, sum(u.n) as n
        from counted c
        cross join lateral unnest(c.lags) with ordinality u (n, place)
        where c.hour > v_day and u.n > 0
        group by c.source, u.place
      ) l
      group by l.source
    ), source as (
      select c.source,
        max(c.last_occurred_at) as last_event_at,
        max(c.last_at) as last_received_at,
        coalesce(sum(c.n) filter (where c.hour > v_day and c.outcome = 'recorded'), 0) as recorded,
        coalesce(sum(c.n) filter (where c.hour > v_day and c.outcome = 'unchanged'), 0)
          as unchanged,
        coalesce(sum(c.n) filter (where c.hour > v_day and c.outcome = 'refused'), 0) as refused,
        coalesce(sum(c.clamped) filter (where c.hour > v_day), 0) as clamped,
        min(c.days_ago) >= 1
          and count(distinct c.days_ago) filter (where c.days_ago between 1 and 7) >= 5
          as is_silent
      from counted c
      group by c.source
      order by last_received_at desc, c.source collate "C"
      limit 200
    )
    select coalesce(jsonb_agg(to_jsonb(s) || jsonb_build_object('lags', coalesce(l.bins, '[]'))
      order by s.last_received_at desc, s.source collate "C"), '[]')
    from source s left join lag l using (source)
  );
end $$;
comment on function milepost.intake_by_source(integer, timestamptz) is
  'What came in by source, the last to send first: at most 200, of the 30 days that are kept. '
  'Counts are of the hour that runs and the 23 before.';
