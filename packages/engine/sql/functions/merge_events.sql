create or replace function milepost.merge_events(
  p_tenant text, p_source text default null, p_actor text default null,
  p_now timestamptz default null
) returns table (outcomes text, codes text[])
language plpgsql security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_nestloop = on
set enable_mergejoin = off
set enable_material = off
set jit = off
set work_mem = '64MB'
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_staged    record;
  v_facts     milepost.fact[];
begin
  if not milepost.events_are_staged() then
    raise exception using errcode = 'wrong_object_type',
      message = 'pg_temp.staged_event is not the table that milepost.stage_events makes';
  end if;
  v_staged := milepost.staged_events(p_tenant);
  if cardinality(v_staged.learner) > 100000 then
    perform milepost.refuse('batch_too_large');
  end if;
  v_facts := milepost.take_events(v_tenant_id, p_tenant, v_staged.bucket, v_staged.learner,
    v_staged.lesson, v_staged.type, v_staged.at, v_staged.event_id, v_staged.attempt,
    v_staged.received_at, p_source, p_actor, v_now, true);

  return query
  select
    coalesce(
      string_agg(
        case when f.code is not null then '!' when f.recorded then '+' else '=' end, ''
        order by f.ord),
      ''),
    coalesce(array_agg(f.code order by f.ord) filter (where f.code is not null), '{}')
  from unnest(v_facts) f;
end $$;
comment on function milepost.merge_events(text, text, text, timestamptz) is
  'Records what a COPY has put into pg_temp.staged_event in this transaction, up to 100,000 '
  'events, with the same outcome as record_batch. A character an event, in their order: '
  '+ recorded, = unchanged, ! refused; codes: why, of those refused.';
grant execute on function milepost.merge_events(text, text, text, timestamptz) to milepost_app;
