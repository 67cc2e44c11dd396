create or replace function milepost.add_seal(
  p_tenant_id integer, p_buckets smallint[], p_event_nos bigint[], p_leaf_hashes bytea[],
  p_sealed_at timestamptz
) returns milepost.seal
language plpgsql as $$
declare
  v_last milepost.seal;
  v_seal milepost.seal;
begin
  select s.* into v_last from milepost.seal s
  where s.tenant_id = p_tenant_id order by s.seal_no desc limit 1;
  v_seal.tenant_id := p_tenant_id;
  v_seal.seal_no := coalesce(v_last.seal_no, 0) + 1;
  v_seal.sealed_at := p_sealed_at;
  v_seal.buckets := p_buckets;
  v_seal.event_nos := p_event_nos;
  v_seal.leaf_hashes := p_leaf_hashes;
  v_seal.root := milepost.merkle_root(p_leaf_hashes);
  v_seal.previous_hash := v_last.hash;
  v_seal.hash := milepost.seal_hash(v_seal.seal_no, cardinality(p_leaf_hashes), v_seal.root,
    v_seal.previous_hash, p_sealed_at);
  insert into milepost.seal select v_seal.*;
  return v_seal;
end $$;
comment on function milepost.add_seal(integer, smallint[], bigint[], bytea[], timestamptz) is
  'Adds a seal to the chain of a tenant, whose feed_position its caller has locked.';
