create or replace function milepost.learner_keys(p_tenant text, p_learner text[])
returns table (n integer, learner text, bucket smallint)
language plpgsql immutable as $$
begin
  return query
  select i.n::integer, i.learner, milepost.bucket_of(p_tenant, i.learner)
  from unnest(p_learner) with ordinality i (learner, n);
end $$;
comment on function milepost.learner_keys(text, text[]) is
  'Learners'' ids with their buckets. A function of its own, so that the bucket is a column to '
  'whoever joins on it: row-level security lets no index be searched by a call it cannot vouch '
  'for (measured: 11 ms instead of 0.1 at 20,000 learners).';
