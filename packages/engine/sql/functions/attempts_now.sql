create or replace function milepost.attempts_now(p_tenant_id integer)
returns setof milepost.enrollment
language sql stable as $$
  select e.* from milepost.enrollment e
  where e.tenant_id = p_tenant_id
    and not (select exists (select from milepost.recount r where r.tenant_id = p_tenant_id))
  union all
  select a.*
  from milepost.enrollment e
  cross join lateral milepost.caught_up(e) a
  where e.tenant_id = p_tenant_id
    and (select exists (select from milepost.recount r where r.tenant_id = p_tenant_id))
$$;
comment on function milepost.attempts_now(integer) is
  'The attempts of a tenant as they stand by the outlines of now. Inlined into the query that uses '
  'it; which half runs is asked once.';
