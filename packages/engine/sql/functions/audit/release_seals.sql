create or replace function milepost.release_seals(p_tenant text, p_now timestamptz default null)
returns bigint
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_last      constant bigint := milepost.advance_feed(v_tenant_id);
  v_sealed    bigint := 0;
  v_part      record;
begin
  perform from milepost.feed_position f
  where f.tenant_id = v_tenant_id and f.seals_held for update;
  if not found then
    return 0;
  end if;
  for v_part in
    select array_agg(n.bucket order by n.n) as buckets,
      array_agg(n.event_no order by n.n) as event_nos
    from (
      select pe.bucket, pe.event_no,
        row_number() over (order by fs.first_no, k.n) as n
      from milepost.feed_segment fs
      cross join lateral unnest(fs.buckets, fs.event_nos) with ordinality k (bucket, event_no, n)
      join milepost.progress_event pe on pe.bucket = k.bucket and pe.event_no = k.event_no
      left join (
        select u.bucket, u.event_no
        from milepost.seal s
        cross join lateral unnest(s.buckets, s.event_nos) u (bucket, event_no)
        where s.tenant_id = v_tenant_id
      ) sealed on sealed.bucket = pe.bucket and sealed.event_no = pe.event_no
      where fs.tenant_id = v_tenant_id and fs.first_no + k.n - 1 <= v_last
        and pe.type in ('lesson.completed', 'course.completed') and sealed.event_no is null
    ) n
    group by (n.n - 1) / 10000
    order by (n.n - 1) / 10000
  loop
    perform milepost.seal_entries(v_tenant_id, v_part.buckets, v_part.event_nos, v_now);
    v_sealed := v_sealed + cardinality(v_part.buckets);
  end loop;
  update milepost.feed_position f set seals_held = false, sealed_no = v_last
  where f.tenant_id = v_tenant_id;
  return v_sealed;
end $$;
comment on function milepost.release_seals(text, timestamptz) is
  'Ends hold_seals: seals whatever of the feed no seal that was taken over holds, and lets others '
  'go on from there. How many completions it sealed. Not for the application role.';
