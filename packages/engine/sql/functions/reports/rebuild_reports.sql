create or replace function milepost.rebuild_reports(p_tenant_id integer) returns void
language plpgsql as $$
begin
  delete from milepost.report_delta d where d.tenant_id = p_tenant_id;
  delete from milepost.report_cell c where c.tenant_id = p_tenant_id;
  insert into milepost.report_cell (tenant_id, course_id, measure, lesson_id, key_1, key_2, n)
  select p_tenant_id, d.course_id, d.measure, d.lesson_id, d.key_1, d.key_2, d.n
  from milepost.derived_cells(p_tenant_id) d
  -- Cells that are read together stand together.
  order by d.course_id, d.measure, d.lesson_id, d.key_1, d.key_2;
end $$;
comment on function milepost.rebuild_reports(integer) is
  'Counts all report cells of a tenant again. Whoever calls it has locked report_delta first, so '
  'that no write is between its fact and its count.';
