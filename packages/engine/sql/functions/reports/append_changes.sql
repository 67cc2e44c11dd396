create or replace function milepost.append_changes(
  p_bucket smallint, p_tenant_id integer, p_course_id bigint, p_changes milepost.report_change[]
) returns void
language plpgsql as $$
begin
  if cardinality(p_changes) > 0 then
    insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
    values (p_bucket, p_tenant_id, p_course_id, p_changes);
  end if;
end $$;
comment on function milepost.append_changes(
  smallint, integer, bigint, milepost.report_change[]) is
  'Notes changes of report cells in the transaction of the fact, where there are any.';
