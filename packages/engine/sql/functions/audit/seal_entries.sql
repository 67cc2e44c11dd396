create or replace function milepost.seal_entries(
  p_tenant_id integer, p_buckets smallint[], p_event_nos bigint[], p_now timestamptz
) returns integer
language plpgsql as $$
declare
  v_hashes bytea[];
  v_seal   milepost.seal;
begin
  select array_agg(milepost.leaf_hash(s.leaf) order by s.place) into v_hashes
  from milepost.sealed_leaves(p_buckets, p_event_nos) s;
  v_seal := milepost.add_seal(p_tenant_id, p_buckets, p_event_nos, v_hashes, p_now);
  return v_seal.seal_no;
end $$;
comment on function milepost.seal_entries(integer, smallint[], bigint[], timestamptz) is
  'Seals entries of the ledger as they are now, in the order given; the number of the seal.';
