create or replace function milepost.list_seals(p_tenant text, p_after integer, p_limit integer)
returns table (seal_no integer, leaves integer, root text, previous_hash text, sealed_at text,
  hash text)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return query
  select s.seal_no, cardinality(s.leaf_hashes), encode(s.root, 'hex'),
    encode(s.previous_hash, 'hex'), milepost.instant_text(s.sealed_at), encode(s.hash, 'hex')
  from milepost.seal s
  where s.tenant_id = v_tenant_id and s.seal_no > coalesce(p_after, 0)
  order by s.seal_no
  limit p_limit;
end $$;
comment on function milepost.list_seals(text, integer, integer) is
  'The seals of a tenant in order: what to keep elsewhere. Hashes in hex.';
grant execute on function milepost.list_seals(text, integer, integer) to milepost_app;
