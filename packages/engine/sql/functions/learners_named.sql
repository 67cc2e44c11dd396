create or replace function milepost.learners_named(
  p_tenant text, p_tenant_id integer, p_learner text[]
) returns table (n integer, learner milepost.learner)
language plpgsql stable as $$
begin
  return query
  select k.n, r.learner
  from milepost.learner_keys(p_tenant, p_learner) k
  cross join lateral (
    select r as learner from milepost.learner r
    where r.bucket = k.bucket and r.tenant_id = p_tenant_id and r.external_id = k.learner
    offset 0
  ) r;
end $$;
comment on function milepost.learners_named(text, integer, text[]) is
  'The learners of these ids that there are, each with its place in the list. One index probe a '
  'learner whatever the planner knows of the table: a lateral look-up behind a fence can only be '
  'made from the outside in, and a join could be turned round.';
