create or replace function milepost.outline_diff(
  p_tenant_id integer, p_course_id bigint, p_lessons jsonb
)
returns table (
  external_id text, title text, section text, required boolean, due_at timestamptz,
  lesson_position integer,
  lesson_id bigint, is_added boolean, is_retired boolean, is_moved boolean, is_renamed boolean,
  requirement_changed boolean, due_changed boolean
)
language plpgsql as $$
#variable_conflict use_column
declare
  v_moved text[];
begin
  if jsonb_array_length(p_lessons) > 2000 then
    perform milepost.refuse('outline_too_large');
  end if;
  if exists (
    select from jsonb_array_elements(p_lessons) i (e)
    where coalesce(length(e ->> 'id'), 0) not between 1 and 255
  ) then
    perform milepost.refuse('id_out_of_range');
  end if;
  if exists (
    select from jsonb_array_elements(p_lessons) i (e)
    where coalesce(length(e ->> 'title'), 0) not between 1 and 1000
      or length(e ->> 'section') not between 1 and 1000
  ) then
    perform milepost.refuse('text_out_of_range');
  end if;
  if exists (select
    from jsonb_array_elements(p_lessons) i (e) group by e ->> 'id' having count(*) > 1) then
    perform milepost.refuse('lesson_repeated');
  end if;
  if exists (
    select from jsonb_array_elements(p_lessons) i (e)
    join milepost.lesson l on l.tenant_id = p_tenant_id and l.external_id = e ->> 'id'
    where l.course_id is distinct from p_course_id
  ) then
    perform milepost.refuse('lesson_of_another_course');
  end if;

  with kept as (
    select i.e ->> 'id' as id, i.n, rank() over (order by l.position) as was
    from jsonb_array_elements(p_lessons) with ordinality i (e, n)
    join milepost.lesson l
      on l.course_id = p_course_id and l.external_id = i.e ->> 'id' and l.retired_at is null
  ), numbered as (
    select array_agg(k.id order by k.n) as ids, array_agg(k.was::integer order by k.n) as ranks
    from kept k
  )
  select array(select n.ids[m] from unnest(milepost.out_of_order(coalesce(n.ranks, '{}'))) m)
  into v_moved
  from numbered n;

  return query
  select i.e ->> 'id', i.e ->> 'title', i.e ->> 'section',
    coalesce((i.e ->> 'required')::boolean, true),
    milepost.instant((i.e ->> 'dueAt')::timestamptz), i.n::integer, l.lesson_id,
    l.lesson_id is null or l.retired_at is not null, false,
    i.e ->> 'id' = any (v_moved),
    l.retired_at is null and (l.title <> i.e ->> 'title' or l.section is distinct
      from i.e ->> 'section')
      and l.lesson_id is not null,
    coalesce(l.retired_at is null and l.required <> coalesce((i.e ->> 'required')::boolean, true),
      false),
    l.lesson_id is not null and l.retired_at is null
      and l.due_at is distinct from milepost.instant((i.e ->> 'dueAt')::timestamptz)
  from jsonb_array_elements(p_lessons) with ordinality i (e, n)
  left join milepost.lesson l on l.tenant_id = p_tenant_id and l.external_id = i.e ->> 'id'
  union all
  select l.external_id, l.title, l.section, l.required, l.due_at, l.position, l.lesson_id,
    false, true, false, false, false, false
  from milepost.lesson l
  where l.course_id = p_course_id and l.retired_at is null
    and not exists (
      select from jsonb_array_elements(p_lessons) i (e) where i.e ->> 'id' = l.external_id
    );
end $$;
comment on function milepost.outline_diff(integer, bigint, jsonb) is
  'A given outline against the stored one, a row a lesson: every lesson of the new outline, then '
  'those that it retires. A retired lesson that comes back is added. Refuses an outline that is '
  'malformed.';
