create or replace function milepost.take_requests(
  p_tenant text, p_holder text, p_window timestamptz, p_limit integer, p_count integer
) returns integer
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_taken     integer;
begin
  -- A server whose clock is behind counts into the window that another has begun.
  insert into milepost.request_window as w (tenant_id, holder, starts_at, taken)
  values (v_tenant_id, p_holder, p_window, p_count)
  on conflict (tenant_id, holder) do update set
    starts_at = greatest(w.starts_at, excluded.starts_at),
    taken = case when w.starts_at >= excluded.starts_at
      then least(w.taken::bigint + p_count, 2000000000)::integer else p_count end
  returning w.taken into v_taken;
  return greatest(0, least(p_count, p_limit - (v_taken - p_count)));
end $$;
comment on function milepost.take_requests(text, text, timestamptz, integer, integer) is
  'Takes p_count of the p_limit requests that a caller may make in the window that begins at '
  'p_window; how many of them it got.';
grant execute on function milepost.take_requests(text, text, timestamptz, integer, integer)
  to milepost_app;
