create or replace function milepost.without_replays(p_tenant_id integer, p_facts milepost.fact[])
returns milepost.fact[]
language plpgsql as $$
declare
  v_facts milepost.fact[];
begin
  if not exists (select from unnest(p_facts) f where f.event_id is not null and f.code is null) then
    return p_facts;
  end if;

  with seen_now as (
    insert into milepost.event_receipt (bucket, learner_id, client_event_id, tenant_id, received_at)
    select f.bucket, f.learner_id, f.event_id, p_tenant_id, min(f.received_at)
    from unnest(p_facts) f
    where f.event_id is not null and f.code is null
    group by f.bucket, f.learner_id, f.event_id
    order by f.bucket, f.learner_id, f.event_id
    on conflict (bucket, learner_id, client_event_id) do nothing
    returning bucket, learner_id, client_event_id
  )
  select array_agg((
    f.ord, f.bucket, f.learner, f.learner_id, f.lesson_id, f.course_id, f.enrollment_id,
    f.attempt_no, f.completes, f.occurred_at, f.received_at, f.time_given, f.clamped, f.event_id,
    f.code, null, null, null,
    -- False marks a replay: decide_facts leaves it out and it is answered as unchanged.
    case when f.event_id is not null and f.code is null and (
      f.n > 1
      or (f.bucket, f.learner_id, f.event_id) not in (
        select s.bucket, s.learner_id, s.client_event_id from seen_now s)
    ) then false end,
    null, null, null, null, null, null, null
  )::milepost.fact order by f.ord) into v_facts
  from (
    select u.*, row_number() over (
      partition by u.code is null, u.bucket, u.learner_id, u.event_id order by u.ord
    ) as n
    from unnest(p_facts) u
  ) f;
  return v_facts;
end $$;
comment on function milepost.without_replays(integer, milepost.fact[]) is
  'Notes the client event ids of a batch and marks the facts whose id was seen before, in an '
  'earlier call or earlier in this one: they change nothing, whatever they say this time.';
