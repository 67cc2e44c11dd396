create or replace function milepost.begin_recount(
  p_course milepost.course, p_old_order bigint[], p_old_required bigint[],
  p_last_lesson_id bigint, p_at_once integer
) returns void
language plpgsql as $$
declare
  v_overtaken bigint[];
  v_came_back boolean;
  v_lacking   integer;
  v_part      milepost.recount;
begin
  -- Of lessons that there were before the edit, since nobody has viewed a new one.
  with known as (
    select l.lesson_id, l.position, l.retired_at is null as is_in,
      array_position(p_old_order, l.lesson_id) as was_at
    from milepost.lesson l
    where l.course_id = p_course.course_id and l.lesson_id <= p_last_lesson_id
  )
  select array_agg(f.lesson_id) filter (where not f.is_in or exists (
      select from known m
      where m.is_in and m.position > f.position and coalesce(m.was_at, 0) < f.was_at)),
    (select count(*) > 0 from known m where m.is_in and m.was_at is null)
  into v_overtaken, v_came_back
  from known f
  where f.was_at is not null;
  v_overtaken := coalesce(v_overtaken, '{}');
  v_lacking := (
    select count(*) from unnest(p_old_required) o (lesson_id)
    where not exists (
      select from milepost.lesson l where l.lesson_id = o.lesson_id and l.counts));
  if v_overtaken = '{}' and not v_came_back
    and p_course.required_version <> p_course.outline_version
  then
    return;
  end if;

  insert into milepost.recount as r (
    tenant_id, tenant, course_id, part, required_version, follows, furthest_lesson_ids,
    furthest_may_begin, lacking
  )
  select t.tenant_id, t.name, p_course.course_id, p.part, p_course.required_version, case
      when p_course.required_version = p_course.outline_version
      then array[p_course.required_version] else '{}' end,
    v_overtaken, v_came_back, v_lacking
  from milepost.tenant t, generate_series(0, 3) p (part)
  where t.tenant_id = p_course.tenant_id
  on conflict (course_id, part) do update set
    required_version = excluded.required_version,
    follows = r.follows || excluded.follows,
    is_first_pass = true,
    furthest_lesson_ids = r.furthest_lesson_ids || excluded.furthest_lesson_ids,
    furthest_may_begin = r.furthest_may_begin or excluded.furthest_may_begin,
    lacking = r.lacking + excluded.lacking,
    next_due = '-infinity', next_bucket = 0, next_enrollment_id = 0;

  if p_at_once >= (
    select count(*) from (
      select from milepost.enrollment e
      where e.course_id = p_course.course_id and e.is_current
      limit p_at_once + 1
    ) e
  ) then
    loop
      select r.* into v_part from milepost.recount r
      where r.course_id = p_course.course_id
      order by not r.is_first_pass, r.part
      limit 1;
      exit when not found;
      perform milepost.recount_part(v_part, 1000);
    end loop;
  end if;
end $$;
comment on function milepost.begin_recount(
  milepost.course, bigint[], bigint[], bigint, integer) is
  'Notes that the attempts of a course have to follow an edit that changed which lessons are '
  'required, or the order of those that may have been viewed. Where there are p_at_once at most '
  'they do so here. Given are the outline before it, what it required, and the last lesson there '
  'was.';
