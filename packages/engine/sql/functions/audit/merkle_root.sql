create or replace function milepost.merkle_root(p_leaf_hashes bytea[]) returns bytea
language plpgsql immutable as $$
declare
  v_nodes bytea[] := p_leaf_hashes;
begin
  while cardinality(v_nodes) > 1 loop
    select array_agg(
      case when p.second is null then p.first
        else sha256('\x01'::bytea || p.first || p.second) end
      order by p.n)
    into v_nodes
    from (
      select u.n, u.node as first, lead(u.node) over (order by u.n) as second
      from unnest(v_nodes) with ordinality u (node, n)
    ) p
    where p.n % 2 = 1;
  end loop;
  return v_nodes[1];
end $$;
comment on function milepost.merkle_root(bytea[]) is
  'The root of the tree over hashes of leaves, level by level; the same as that of RFC 9162, '
  'section 2.1.1, which says it from the top.';
