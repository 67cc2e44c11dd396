create or replace function milepost.facts_without_attempt(p_facts milepost.fact[])
returns milepost.fact[]
language plpgsql stable as $$
begin
  if not exists (
    select from unnest(p_facts) f
    where f.code is null and f.enrollment_id is null and f.event_id is not null
  ) then
    return array(
      select f from unnest(p_facts) f
      where f.code is null and f.enrollment_id is null and f.attempt_no is null);
  end if;
  return array(
    select i.f
    from (
      select f, row_number() over (
        partition by f.bucket, f.learner, f.event_id order by f.ord
      ) as n
      from unnest(p_facts) f
      where f.code is null
    ) i
    where (i.f).enrollment_id is null and (i.f).attempt_no is null
      -- An event id seen before changes nothing, so it enrolls nobody either: neither one of an
      -- earlier call nor one that comes earlier in this batch.
      and ((i.f).event_id is null or i.n = 1 and not exists (
        select from milepost.event_receipt er
        where er.bucket = (i.f).bucket and er.learner_id = (i.f).learner_id
          and er.client_event_id = (i.f).event_id
      )));
end $$;
comment on function milepost.facts_without_attempt(milepost.fact[]) is
  'The facts of a batch that would be recorded if there were an attempt to record them on.';
