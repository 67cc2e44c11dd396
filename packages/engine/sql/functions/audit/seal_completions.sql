create or replace function milepost.seal_completions(
  p_tenant text, p_limit integer default 10000, p_now timestamptz default null
) returns table (seal_no integer, leaves integer, has_more boolean)
language plpgsql security definer
set search_path = milepost, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_last      bigint;
  v_from      bigint;
  v_until     bigint;
  v_buckets   smallint[];
  v_event_nos bigint[];
begin
  -- On a standby there is nothing to do: it has the seals of its primary.
  if current_setting('transaction_read_only') = 'on' then
    return query select null::integer, 0, false;
    return;
  end if;
  v_last := milepost.advance_feed(v_tenant_id);
  -- One at a time seals a tenant's completions.
  select f.sealed_no into v_from
  from milepost.feed_position f
  where f.tenant_id = v_tenant_id and not f.seals_held for update;
  v_until := least(v_last, v_from + p_limit);
  -- Who sealed while this waited may have come further than the feed had when it was asked.
  if v_until is null or v_until <= v_from then
    return query select null::integer, 0, false;
    return;
  end if;
  select array_agg(k.bucket order by k.no), array_agg(k.event_no order by k.no)
  into v_buckets, v_event_nos
  from (
    select fs.first_no + u.n - 1 as no, u.bucket, u.event_no
    from milepost.feed_segment fs
    cross join lateral unnest(fs.buckets, fs.event_nos) with ordinality u (bucket, event_no, n)
    where fs.tenant_id = v_tenant_id and fs.first_no <= v_until
      and fs.first_no >= coalesce((
        select max(b.first_no) from milepost.feed_segment b
        where b.tenant_id = v_tenant_id and b.first_no <= v_from + 1), 1)
    offset 0
  ) k
  join milepost.progress_event pe on pe.bucket = k.bucket and pe.event_no = k.event_no
  where k.no > v_from and k.no <= v_until and pe.type in ('lesson.completed', 'course.completed');
  update milepost.feed_position f set sealed_no = v_until where f.tenant_id = v_tenant_id;
  if v_buckets is null then
    return query select null::integer, 0, v_until < v_last;
    return;
  end if;

  return query select milepost.seal_entries(v_tenant_id, v_buckets, v_event_nos, v_now),
    cardinality(v_buckets), v_until < v_last;
end $$;
comment on function milepost.seal_completions(text, integer, timestamptz) is
  'Seals the completions among the next p_limit entries of the feed, up to 10,000, in one seal; '
  'seal_no is null where there are none, and on a standby. has_more says whether the feed goes on.';
grant execute on function milepost.seal_completions(text, integer, timestamptz) to milepost_app;
