create or replace function milepost.write_lessons(
  p_tenant_id integer, p_course_id bigint, p_lessons jsonb, p_replaced_by jsonb, p_now timestamptz
) returns void
language plpgsql as $$
declare
  v_written integer;
begin
  update milepost.lesson l set retired_at = p_now
  where l.course_id = p_course_id and l.retired_at is null
    and not exists (
      select from milepost.given_lessons(p_lessons) g where g.id = l.external_id
    );

  insert into milepost.lesson as l (
    tenant_id, course_id, external_id, title, section, position, required, published_at, due_at
  )
  select p_tenant_id, p_course_id, g.id, g.title, g.section, g.n, g.required, p_now, g.due_at
  from milepost.given_lessons(p_lessons) g
  order by g.n
  on conflict (tenant_id, external_id) do update set
    title = excluded.title,
    section = excluded.section,
    position = excluded.position,
    required = excluded.required,
    due_at = excluded.due_at,
    retired_at = null,
    replaced_by = null
  where l.course_id = excluded.course_id;
  get diagnostics v_written = row_count;
  -- Another course took one of the ids after outline_diff had looked.
  if v_written < jsonb_array_length(p_lessons) then
    perform milepost.refuse('lesson_of_another_course');
  end if;

  if exists (
    select from jsonb_each_text(coalesce(p_replaced_by, '{}')) p
    left join milepost.lesson old
      on old.course_id = p_course_id and old.external_id = p.key and old.retired_at is not null
    left join milepost.lesson new on new.course_id = p_course_id and new.external_id = p.value
    where old.lesson_id is null or new.lesson_id is null or old.lesson_id = new.lesson_id
  ) then
    perform milepost.refuse('replacement_not_found');
  end if;
  update milepost.lesson old set replaced_by = new.lesson_id
  from jsonb_each_text(coalesce(p_replaced_by, '{}')) p
  join milepost.lesson new on new.course_id = p_course_id and new.external_id = p.value
  where old.course_id = p_course_id and old.external_id = p.key;
end $$;
comment on function milepost.write_lessons(integer, bigint, jsonb, jsonb, timestamptz) is
  'Brings the lesson rows of a course to a given outline. A lesson that comes back keeps the '
  'time it was first published.';
