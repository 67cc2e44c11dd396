create or replace function milepost.seal_findings(p_tenant_id integer)
returns table (seal_no integer, place integer, bucket smallint, event_no bigint, what text)
language plpgsql stable as $$
declare
  v_seal     milepost.seal;
  v_expected integer := 1;
  v_previous bytea;
begin
  for v_seal in
    select s.* from milepost.seal s where s.tenant_id = p_tenant_id order by s.seal_no
  loop
    if v_seal.seal_no <> v_expected then
      return query select v_expected, null::integer, null::smallint, null::bigint, 'seal missing';
    elsif v_seal.previous_hash is distinct from v_previous
      or v_seal.root <> milepost.merkle_root(v_seal.leaf_hashes)
      or v_seal.hash <> milepost.seal_hash(v_seal.seal_no, cardinality(v_seal.leaf_hashes),
        v_seal.root, v_seal.previous_hash, v_seal.sealed_at)
    then
      return query
      select v_seal.seal_no, null::integer, null::smallint, null::bigint, 'seal altered';
    end if;
    return query
    select v_seal.seal_no, k.n::integer, k.bucket, k.event_no,
      case when s.leaf is null then 'completion missing' else 'completion altered' end
    from unnest(v_seal.buckets, v_seal.event_nos, v_seal.leaf_hashes)
      with ordinality k (bucket, event_no, leaf_hash, n)
    left join milepost.sealed_leaves(v_seal.buckets, v_seal.event_nos) s on s.place = k.n
    where k.event_no is not null
      and (s.leaf is null or milepost.leaf_hash(s.leaf) <> k.leaf_hash)
    order by k.n;
    v_expected := v_seal.seal_no + 1;
    v_previous := v_seal.hash;
  end loop;

  -- A completion in no seal waits for one where the feed numbered it behind what is sealed, or has
  -- not come to its transaction: one that ended a moment ago, or on a standby that cannot number.
  return query
  with sealed as (
    select k.bucket, k.event_no, count(*) as times
    from milepost.seal s
    cross join lateral unnest(s.buckets, s.event_nos) k (bucket, event_no)
    where s.tenant_id = p_tenant_id and k.event_no is not null
    group by k.bucket, k.event_no
  ), numbered as (
    select k.bucket, k.event_no, max(fs.first_no + k.n - 1) as no
    from milepost.feed_segment fs
    cross join lateral unnest(fs.buckets, fs.event_nos) with ordinality k (bucket, event_no, n)
    where fs.tenant_id = p_tenant_id
    group by k.bucket, k.event_no
  )
  select null::integer, null::integer, pe.bucket, pe.event_no,
    case when s.times > 1 then 'completion sealed twice' else 'completion inserted' end
  from milepost.progress_event pe
  left join milepost.feed_position f on f.tenant_id = pe.tenant_id
  left join sealed s on s.bucket = pe.bucket and s.event_no = pe.event_no
  left join numbered n on n.bucket = pe.bucket and n.event_no = pe.event_no
  where pe.tenant_id = p_tenant_id and pe.type in ('lesson.completed', 'course.completed')
    and (s.times > 1 or s.times is null and case
      when n.no is not null then n.no <= f.sealed_no
      else f.database_id = milepost.database_id() and (pe.event_no <= f.restored_no
        or pe.tx < f.seen_before and pe.tx <> all (f.seen_open))
    end)
  order by pe.event_no;
end $$;
comment on function milepost.seal_findings(integer) is
  'Whatever a tenant''s seals do not bear out: a seal altered or missing, a completion altered, '
  'missing or inserted, in the order of the seals. The feed has to be carried on before.';
