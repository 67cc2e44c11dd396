create or replace function milepost.export_learners(
  p_tenant text, p_after_bucket smallint, p_after_id bigint, p_limit integer
) returns table (
  bucket smallint, learner_id bigint, learner text, name text, email text, locale text,
  time_zone text
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return query
  select r.bucket, r.learner_id, r.external_id, r.name, r.email, r.locale, r.time_zone
  from milepost.learner r
  where r.tenant_id = v_tenant_id and r.erased_at is null
    and (r.bucket, r.learner_id) > (coalesce(p_after_bucket, -1::smallint), coalesce(p_after_id, 0))
  order by r.bucket, r.learner_id
  limit p_limit;
end $$;
comment on function milepost.export_learners(text, smallint, bigint, integer) is
  'The learners of a tenant in key order, for moving them out; erased ones have nothing to move.';
grant execute on function milepost.export_learners(text, smallint, bigint, integer) to milepost_app;
