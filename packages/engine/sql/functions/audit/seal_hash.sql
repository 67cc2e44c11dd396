create or replace function milepost.seal_hash(
  p_seal_no integer, p_leaves integer, p_root bytea, p_previous_hash bytea, p_sealed_at timestamptz
) returns bytea
language sql immutable as $$
  select sha256('\x02'::bytea || convert_to(
    milepost.seal_head(p_seal_no, p_leaves, p_root, p_previous_hash, p_sealed_at), 'UTF8'))
$$;
comment on function milepost.seal_hash(integer, integer, bytea, bytea, timestamptz) is
  'The hash of a seal: SHA-256 over a byte of 2 and its head.';
