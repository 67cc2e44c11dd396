create or replace function milepost.note_intake(p_tenant text, p_counts jsonb) returns integer
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_noted     integer;
begin
  if jsonb_array_length(p_counts) > 1000 then
    perform milepost.refuse('batch_too_large');
  end if;
  insert into milepost.intake as i (
    tenant_id, hour, source, outcome, code, n, clamped, last_at, last_occurred_at, lags
  )
  select v_tenant_id, date_bin('1 hour', milepost.instant(c.last_at), '2000-01-01T00:00:00Z'),
    c.source, c.outcome, c.code, c.n, c.clamped, c.last_at, milepost.instant(c.last_occurred_at),
    c.lags
  from jsonb_to_recordset(p_counts) as c (
    source text, outcome text, code text, n integer, clamped integer, last_at timestamptz,
    last_occurred_at timestamptz, lags integer[]
  )
  -- All servers in one order, so that no two wait for each other in a circle.
  order by 2, 3, 4, 5
  on conflict (tenant_id, hour, source, outcome, code) do update set
    n = i.n + excluded.n,
    clamped = i.clamped + excluded.clamped,
    last_at = greatest(i.last_at, excluded.last_at),
    last_occurred_at = greatest(i.last_occurred_at, excluded.last_occurred_at),
    lags = array(
      select coalesce(l.before, 0) + coalesce(l.more, 0)
      from unnest(i.lags, excluded.lags) with ordinality l (before, more, place)
      order by l.place
    );
  get diagnostics v_noted = row_count;
  return v_noted;
end $$;
comment on function milepost.note_intake(text, jsonb) is
  'Adds what a server counted to the hours it was answered in: up to 1,000 counts, each of another '
  'source, outcome and code.';
grant execute on function milepost.note_intake(text, jsonb) to milepost_app;
