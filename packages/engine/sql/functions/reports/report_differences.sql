create or replace function milepost.report_differences(p_tenant_id integer)
returns table (
  course_id bigint, bucket smallint, enrollment_id bigint, lesson_id bigint, name text,
  stored text, derived text
)
language sql stable as $$
  with stored as (
    select c.course_id, c.measure, c.lesson_id, c.key_1, c.key_2, sum(c.n) as n
    from (
      select r.course_id, r.measure, r.lesson_id, r.key_1, r.key_2, r.n
      from milepost.report_cell r where r.tenant_id = p_tenant_id
      union all
      select d.course_id, c.measure, c.lesson_id, c.key_1, c.key_2, c.n
      from milepost.report_delta d
      cross join lateral unnest(d.changes) c
      where d.tenant_id = p_tenant_id
    ) c
    group by c.course_id, c.measure, c.lesson_id, c.key_1, c.key_2
  ), difference as (
    select b.course_id, b.measure, b.lesson_id, b.key_1, b.key_2,
      sum(b.stored) as stored, sum(b.derived) as derived
    from (
      select s.course_id, s.measure, s.lesson_id, s.key_1, s.key_2, s.n as stored, 0 as derived
      from stored s
      union all
      select d.course_id, d.measure, d.lesson_id, d.key_1, d.key_2, 0, d.n
      from milepost.derived_cells(p_tenant_id) d
    ) b
    group by b.course_id, b.measure, b.lesson_id, b.key_1, b.key_2
    having sum(b.stored) <> sum(b.derived)
  )
  select d.course_id, null::smallint, null::bigint, d.lesson_id,
    'reports: ' || concat_ws(' ', d.measure, d.key_1, d.key_2), d.stored::text, d.derived::text
  from difference d
$$;
comment on function milepost.report_differences(integer) is
  'Every report cell of a tenant that is not what its attempts and lesson records say.';
