create or replace function milepost.leaf_hash(p_leaf text) returns bytea
language sql immutable as $$
  select sha256('\x00'::bytea || convert_to(p_leaf, 'UTF8'))
$$;
comment on function milepost.leaf_hash(text) is
  'The hash of a sealed completion: SHA-256 over a byte of 0 and its text in UTF-8.';
