create or replace function milepost.read_feed(
  p_tenant text, p_after bigint, p_types text[], p_learner text, p_limit integer
) returns table (
  feed_no bigint, event_no bigint, type text, learner text, course text, attempt integer,
  lesson text, occurred_at timestamptz, received_at timestamptz, source text, actor text,
  client_event_id text, outline_version integer, reason text, data jsonb, has_more boolean
)
language plpgsql security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_last      constant bigint := milepost.advance_feed(v_tenant_id);
  -- null reads from the end on. A cursor from elsewhere may lie behind it.
  v_after     constant bigint := least(coalesce(p_after, v_last), v_last);
  -- However rare what is looked for is, a call looks at so many.
  v_until     constant bigint := least(v_last, v_after + case
    when p_types is null and p_learner is null then p_limit else 10000 end);
  v_bucket    constant smallint := milepost.bucket_of(p_tenant, p_learner);
  v_learner   bigint;
  v_found     bigint := 0;
begin
  if p_learner is not null then
    select r.learner_id into v_learner from milepost.learner r
    where r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner;
  end if;
  for feed_no, event_no, type, learner, course, attempt, lesson, occurred_at, received_at, source,
    actor, client_event_id, outline_version, reason, data
  in
    select k.no, pe.event_no, pe.type::text, r.external_id, c.external_id, e.attempt_no,
      l.external_id, pe.occurred_at, pe.received_at, pe.source, pe.actor, pe.client_event_id,
      pe.outline_version, pe.reason, pe.data
    from (
      select fs.first_no + u.n - 1 as no, u.bucket, u.event_no
      from milepost.feed_segment fs
      cross join lateral unnest(fs.buckets, fs.event_nos)
        with ordinality u (bucket, event_no, n)
      where fs.tenant_id = v_tenant_id and fs.first_no <= v_until
        and fs.first_no >= coalesce((
          select max(b.first_no) from milepost.feed_segment b
          where b.tenant_id = v_tenant_id and b.first_no <= v_after + 1), 1)
      order by fs.first_no, u.n
      offset 0
    ) k
    cross join lateral (
      select pe.* from milepost.progress_event pe
      where pe.bucket = k.bucket and pe.event_no = k.event_no
      offset 0
    ) pe
    left join lateral (
      select r.external_id from milepost.learner r
      where r.bucket = pe.bucket and r.learner_id = pe.learner_id
      offset 0
    ) r on true
    left join lateral (
      select e.attempt_no from milepost.enrollment e
      where e.bucket = pe.bucket and e.enrollment_id = pe.enrollment_id
      offset 0
    ) e on true
    left join lateral (
      select c.external_id from milepost.course c where c.course_id = pe.course_id offset 0
    ) c on true
    left join lateral (
      select l.external_id from milepost.lesson l where l.lesson_id = pe.lesson_id offset 0
    ) l on true
    where k.no > v_after and k.no <= v_until
      and (p_learner is null or k.bucket = v_bucket and pe.learner_id = v_learner)
      and (p_types is null or pe.type::text = any (p_types))
    order by k.no
    limit p_limit
  loop
    v_found := v_found + 1;
    return next;
  end loop;
  feed_no := case when v_found = p_limit then feed_no else v_until end;
  event_no := null;
  has_more := feed_no < v_last;
  return next;
end $$;
comment on function milepost.read_feed(text, bigint, text[], text, integer) is
  'Entries of the feed after a number, of some types or of one learner where asked for, in the '
  'order of their commits: all that was committed before the call, but what the page has no room '
  'for. The last row has no event_no and is no entry: its number is how far was looked, and '
  'has_more says whether that was all.';
grant execute on function milepost.read_feed(text, bigint, text[], text, integer)
  to milepost_app;
