create or replace function milepost.derived_cells(p_tenant_id integer)
returns table (
  course_id bigint, measure text, lesson_id bigint, key_1 integer,
  key_2 integer, n bigint
)
language sql stable as $$
  with counted as materialized (
    select e.bucket, e.enrollment_id, e.course_id, milepost.ended_at(e) as ended_at
    from milepost.enrollment e
    where e.tenant_id = p_tenant_id and e.exempted_at is null and milepost.counts_in_reports(e)
  ), record as materialized (
    -- Durations first: there are fewer of them than records.
    select a.course_id, lp.lesson_id,
      floor(extract(epoch from lp.completed_at - lp.first_viewed_at))::bigint as seconds,
      count(*)::integer as n
    from counted a
    join milepost.lesson_progress lp
      on lp.bucket = a.bucket and lp.enrollment_id = a.enrollment_id
    group by 1, 2, 3
  ), change as (
    select e.course_id, c.*
    from milepost.tenant t
    join milepost.enrollment e on e.tenant_id = t.tenant_id and e.is_current
    cross join lateral unnest(milepost.attempt_cells(e, t.time_zone, 1)) c
    where t.tenant_id = p_tenant_id
    union all
    select r.course_id, c.measure, r.lesson_id, null, null,
      case c.measure when 'lesson_viewed' then r.viewed else r.completed end
    from (
      select r.course_id, r.lesson_id, sum(r.n)::integer as viewed,
        coalesce(sum(r.n) filter (where r.seconds is not null), 0)::integer as completed
      from record r
      group by r.course_id, r.lesson_id
    ) r
    cross join (values ('lesson_viewed'), ('lesson_completed')) c (measure)
    union all
    select r.course_id, c.measure, c.lesson_id, c.key_1, c.key_2, c.n
    from record r
    cross join lateral unnest(milepost.duration_cells(r.lesson_id, r.seconds, r.n)) c
    union all
    select a.course_id, 'lesson_unavailable', l.lesson_id, null::integer, null::integer, 1
    from counted a
    join milepost.lesson l on l.course_id = a.course_id and l.published_at > a.ended_at
    where not exists (
      select from milepost.lesson_progress lp
      where lp.bucket = a.bucket and lp.enrollment_id = a.enrollment_id
        and lp.lesson_id = l.lesson_id)
  )
  select c.course_id, c.measure, c.lesson_id, c.key_1, c.key_2, sum(c.n)::bigint
  from change c
  group by c.course_id, c.measure, c.lesson_id, c.key_1, c.key_2
  having sum(c.n) <> 0
$$;
comment on function milepost.derived_cells(integer) is
  'Every report cell of a tenant, counted again from its attempts and lesson records.';
