create or replace function milepost.course_differences(p_tenant_id integer)
returns table (
  course_id bigint, bucket smallint, enrollment_id bigint, lesson_id bigint, name text,
  stored text, derived text
)
language sql stable as $$
  select c.course_id, null::smallint, null::bigint, null::bigint, x.name, x.stored, x.derived
  from milepost.course c
  left join milepost.outline_versions(p_tenant_id) v on v.course_id = c.course_id and v.is_latest
  cross join lateral (values
    ('outline_version', c.outline_version::text, v.outline_version::text),
    ('required_version', c.required_version::text, v.required_version::text),
    ('total_lessons', c.total_lessons::text, cardinality(v.required_lesson_ids)::text),
    ('required lessons', (
      select coalesce(array_agg(l.lesson_id order by l.lesson_id), '{}')::text
      from milepost.lesson l where l.course_id = c.course_id and l.counts
    ), v.required_lesson_ids::text)
  ) x (name, stored, derived)
  where c.tenant_id = p_tenant_id and x.stored is distinct from x.derived
$$;
comment on function milepost.course_differences(integer) is
  'Every number of a course, and its set of required lessons, that is not what its outline history '
  'says.';
