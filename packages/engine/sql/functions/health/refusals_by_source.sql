create or replace function milepost.refusals_by_source(p_tenant_id integer, p_now timestamptz)
returns jsonb
language plpgsql stable
as $$
begin
  return (
    select coalesce(jsonb_agg(to_jsonb(r) order by r.n desc, r.source collate "C", r.code), '[]')
    from (
      select i.source, i.code, sum(i.n) as n, max(i.last_at) as last_at
      from milepost.intake i
      where i.tenant_id = p_tenant_id and i.hour > p_now - interval '7 days'
        and i.outcome = 'refused'
      group by i.source, i.code
      order by n desc, i.source collate "C", i.code
      limit 200
    ) r
  );
end $$;
comment on function milepost.refusals_by_source(integer, timestamptz) is
  'What was refused in the last 7 days, by source and refusal, the most frequent first: at most '
  '200.';
