create or replace function milepost.seal_head(
  p_seal_no integer, p_leaves integer, p_root bytea, p_previous_hash bytea, p_sealed_at timestamptz
) returns text
language sql immutable as $$
  select format('["milepost-seal-1",%s,%s,"%s",%s,"%s"]', p_seal_no, p_leaves,
    encode(p_root, 'hex'), coalesce('"' || encode(p_previous_hash, 'hex') || '"', 'null'),
    milepost.instant_text(p_sealed_at))
$$;
comment on function milepost.seal_head(integer, integer, bytea, bytea, timestamptz) is
  'What the hash of a seal is over, after a byte of 2: the format, its number, how many leaves, '
  'their root and the hash of the seal before, both in hex, and when. Nothing in it is of this '
  'database alone, so that seals can be moved.';
