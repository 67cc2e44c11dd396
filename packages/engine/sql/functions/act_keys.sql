create or replace function milepost.act_keys(p_tenant text, p_attempts jsonb)
returns table (
  n integer, learner text, course text, attempt_no integer, given jsonb, bucket smallint
)
language plpgsql immutable as $$
begin
  return query
  select i.n::integer, i.given ->> 'learner', i.given ->> 'course',
    (i.given ->> 'attempt')::integer, i.given,
    milepost.bucket_of(p_tenant, i.given ->> 'learner')
  from jsonb_array_elements(p_attempts) with ordinality i (given, n);
end $$;
comment on function milepost.act_keys(text, jsonb) is
  'The items of a batch of acts with their buckets. A function of its own, as learner_keys is, so '
  'that an index can be searched by the bucket.';
