create or replace function milepost.outline_diff(
  p_tenant_id integer, p_course_id bigint, p_lessons jsonb
) returns table (
  external_id text, title text, section text, required boolean, due_at timestamptz,
  lesson_position integer, lesson_id bigint, is_added boolean, is_retired boolean,
  is_moved boolean, is_renamed boolean, requirement_changed boolean, due_changed boolean
)
language plpgsql as $$
#variable_conflict use_column
declare
  v_moved text[];
begin
  perform milepost.check_outline(p_tenant_id, p_course_id, p_lessons);

  with kept as (
    select g.id, g.n, rank() over (order by l.position) as was
    from milepost.given_lessons(p_lessons) g
    join milepost.lesson l
      on l.course_id = p_course_id and l.external_id = g.id and l.retired_at is null
  ), numbered as (
    select array_agg(k.id order by k.n) as ids, array_agg(k.was::integer order by k.n) as ranks
    from kept k
  )
  select array(select n.ids[m] from unnest(milepost.out_of_order(coalesce(n.ranks, '{}'))) m)
  into v_moved
  from numbered n;

  return query
  select g.id, g.title, g.section, g.required, g.due_at, g.n, l.lesson_id,
    not s.stays, false, g.id = any (v_moved),
    s.stays and (l.title, l.section) is distinct from (g.title, g.section),
    s.stays and l.required <> g.required,
    s.stays and l.due_at is distinct from g.due_at
  from milepost.given_lessons(p_lessons) g
  left join milepost.lesson l on l.tenant_id = p_tenant_id and l.external_id = g.id
  cross join lateral (select l.lesson_id is not null and l.retired_at is null as stays) s
  union all
  select l.external_id, l.title, l.section, l.required, l.due_at, l.position, l.lesson_id,
    false, true, false, false, false, false
  from milepost.lesson l
  where l.course_id = p_course_id and l.retired_at is null
    and not exists (
      select from milepost.given_lessons(p_lessons) g where g.id = l.external_id
    );
end $$;
comment on function milepost.outline_diff(integer, bigint, jsonb) is
  'A given outline against the stored one, a row a lesson: every lesson of the new outline, then '
  'those that it retires. A retired lesson that comes back is added. Refuses an outline that is '
  'malformed.';
