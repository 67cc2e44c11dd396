create or replace function milepost.feed_differences(p_tenant_id integer)
returns table (
  course_id bigint, bucket smallint, enrollment_id bigint, lesson_id bigint, name text,
  stored text, derived text
)
language sql stable as $$
  with feed as materialized (
    select f.* from milepost.feed_position f
    where f.tenant_id = p_tenant_id
  ), entry as (
    select pe.bucket, pe.event_no, pe.course_id, pe.enrollment_id,
      -- Null where the position says nothing of this database's transactions.
      case when f.database_id = milepost.database_id()
        then pe.event_no <= f.restored_no
          or pe.tx < f.seen_before and pe.tx <> all (f.seen_open) end as is_past
    from milepost.progress_event pe
    left join feed f on true
    where pe.tenant_id = p_tenant_id
  ), numbered as (
    select k.bucket, k.event_no, count(*) as times
    from milepost.feed_segment fs
    cross join lateral unnest(fs.buckets, fs.event_nos) k (bucket, event_no)
    where fs.tenant_id = p_tenant_id
    group by k.bucket, k.event_no
  )
  select e.course_id, coalesce(e.bucket, n.bucket), e.enrollment_id, null::bigint,
    'feed: entry ' || coalesce(e.event_no, n.event_no), x.stored::text, x.derived::text
  from entry e
  full join numbered n on n.bucket = e.bucket and n.event_no = e.event_no
  cross join lateral (
    select coalesce(n.times, 0) as stored,
      case
        when e.event_no is null then 0
        when e.is_past is null then least(coalesce(n.times, 0), 1)
        else e.is_past::integer
      end as derived
  ) x
  where x.stored <> x.derived
  union all
  select null, null, null, null, 'feed: last number', f.last_no::text, c.entries::text
  from feed f
  cross join (select coalesce(sum(n.times), 0) as entries from numbered n) c
  where f.last_no <> c.entries
$$;
comment on function milepost.feed_differences(integer) is
  'Every entry of the ledger that the feed should have a number for and has none, or has several, '
  'and every number without an entry. stored is how many numbers it has, derived how many it '
  'should have.';
