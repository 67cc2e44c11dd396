create or replace function milepost.outline_versions(p_tenant_id integer)
returns table (
  course_id bigint, outline_version integer, required_version integer,
  required_lesson_ids bigint[], changed_at timestamptz, is_latest boolean
)
language sql stable as $$
  select h.course_id, h.outline_version,
    max(h.outline_version) filter (where h.differs)
      over (partition by h.course_id order by h.outline_version),
    h.required_lesson_ids, h.changed_at,
    lead(h.outline_version) over (partition by h.course_id order by h.outline_version) is null
  from (
    select oc.*, oc.required_lesson_ids is distinct from lag(oc.required_lesson_ids)
      over (partition by oc.course_id order by oc.outline_version) as differs
    from milepost.outline_change oc
    where oc.tenant_id = p_tenant_id
  ) h
$$;
comment on function milepost.outline_versions(integer) is
  'Every version of every outline of a tenant, with the one at which its set of required lessons '
  'came to be: the history from which the numbers of courses and attempts are derived.';
