create or replace function milepost.recount_attempts(p_tenant text, p_limit integer)
returns boolean
language plpgsql security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set jit = off
-- To find a thousand rows takes less than to start a helper.
set max_parallel_workers_per_gather = 0
as $$
declare
  v_part milepost.recount;
begin
  perform milepost.enter(p_tenant);
  -- What reports wait for comes first. A part that another call is at is left to it.
  select r.* into v_part from milepost.recount r
  order by not r.is_first_pass, r.course_id, r.part
  limit 1
  for update skip locked;
  if not found then
    return false;
  end if;
  perform milepost.recount_part(v_part, least(greatest(p_limit, 1), 10000));
  return exists (select from milepost.recount r);
end $$;
comment on function milepost.recount_attempts(text, integer) is
  'Has up to p_limit attempts (1 to 10,000) follow the outline edits of their course, and answers '
  'whether there is more to do. Housekeeping: what anyone reads is exact without it.';
grant execute on function milepost.recount_attempts(text, integer) to milepost_app;
