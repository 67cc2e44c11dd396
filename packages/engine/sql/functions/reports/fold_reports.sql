-- One folder at a time: a second one would wait for the cells of the first, holding its own. Who
-- folds holds cells and nothing else, so no writer ever waits for it.
create or replace function milepost.fold_reports(p_tenant text, p_limit integer default 20000)
returns bigint
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_folded    bigint;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('milepost.fold_reports', v_tenant_id)) then
    return 0;
  end if;
  with taken as (
    delete from milepost.report_delta d
    where d.ctid = any (array(
      select o.ctid from milepost.report_delta o
      where o.tenant_id = v_tenant_id
      limit least(p_limit, 100000)
    ))
    returning d.tenant_id, d.course_id, d.changes
  ), summed as (
    select t.tenant_id, t.course_id, c.measure, c.lesson_id, c.key_1, c.key_2, sum(c.n) as n
    from taken t
    cross join lateral unnest(t.changes) c
    group by t.tenant_id, t.course_id, c.measure, c.lesson_id, c.key_1, c.key_2
    having sum(c.n) <> 0
  ), folded as (
    insert into milepost.report_cell as rc (
      tenant_id, course_id, measure, lesson_id, key_1, key_2, n)
    select s.tenant_id, s.course_id, s.measure, s.lesson_id, s.key_1, s.key_2, s.n from summed s
    order by s.course_id, s.measure, s.lesson_id, s.key_1, s.key_2
    on conflict (course_id, measure, lesson_id, key_1, key_2) do update set n = rc.n + excluded.n
  )
  select count(*) into v_folded from taken;
  delete from milepost.report_cell rc
  where rc.tenant_id = v_tenant_id and rc.n = 0;
  return v_folded;
end $$;
comment on function milepost.fold_reports(text, integer) is
  'Adds up to p_limit changes (100,000 at most) into the cells of their courses; how many it '
  'took, 0 when there are none or another call is at it. Reports are exact before and after: '
  'folding keeps them quick.';
grant execute on function milepost.fold_reports(text, integer) to milepost_app;
