create or replace function milepost.progress_differences(p_tenant_id integer)
returns table (
  course_id bigint, bucket smallint, enrollment_id bigint, lesson_id bigint, name text,
  stored text, derived text
)
language plpgsql stable as $$
begin
  return query
  select * from milepost.course_differences(p_tenant_id)
  union all
  select * from milepost.attempt_differences(p_tenant_id)
  union all
  select * from milepost.ledger_differences(p_tenant_id);
  -- The reports follow from the attempts and the feed from the ledger: while one of those is wrong,
  -- it is that one to look at.
  if not found then
    return query
    select * from milepost.report_differences(p_tenant_id)
    union all
    select * from milepost.feed_differences(p_tenant_id);
  end if;
end $$;
comment on function milepost.progress_differences(integer) is
  'Every stored number of a tenant that is not what the facts say: courses, attempts, and all that '
  'is in the ledger too. No row means that all is exact.';
