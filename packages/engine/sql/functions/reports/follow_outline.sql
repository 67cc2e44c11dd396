create or replace function milepost.follow_outline(
  p_course milepost.course, p_change jsonb, p_last_lesson_id bigint
) returns void
language plpgsql as $$
declare
  v_retired  constant bigint[] := array(
    select l.lesson_id from milepost.lesson l
    where l.course_id = p_course.course_id
      and l.external_id in (select jsonb_array_elements_text(p_change -> 'retired')));
  v_new      constant bigint[] := array(
    select l.lesson_id from milepost.lesson l
    where l.course_id = p_course.course_id and l.lesson_id > p_last_lesson_id);
  -- A lesson that comes back has been viewed: like a move, that may change anyone's furthest one.
  v_all      constant boolean := p_change -> 'moved' <> '[]'
    or jsonb_array_length(p_change -> 'added') > cardinality(v_new);
  v_ended    integer;
begin
  if v_all or cardinality(v_retired) > 0 then
    with moved as (
      select e as before, f.lesson_id, coalesce(f.completed, false) as completed
      from milepost.enrollment e
      left join lateral (
        select l.lesson_id, lp.completed_at is not null as completed
        from milepost.lesson_progress lp
        join milepost.lesson l on l.lesson_id = lp.lesson_id and l.retired_at is null
        where lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id
        order by l.position desc
        limit 1
      ) f on true
      where e.course_id = p_course.course_id and e.is_current
        and (v_all or e.furthest_lesson_id = any (v_retired))
        and (e.furthest_lesson_id, e.furthest_completed)
          is distinct from (f.lesson_id, coalesce(f.completed, false))
    ), changed as (
      update milepost.enrollment e set
        furthest_lesson_id = m.lesson_id, furthest_completed = m.completed
      from moved m
      where e.bucket = (m.before).bucket and e.enrollment_id = (m.before).enrollment_id
      returning m.before, e as after
    )
    insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
    select (c.after).bucket, (c.after).tenant_id, (c.after).course_id,
      milepost.attempt_changes(c.before, c.after)
    from changed c;
  end if;

  if cardinality(v_new) > 0 then
    select count(*) into v_ended
    from milepost.lesson l
    join milepost.enrollment e
      on e.course_id = l.course_id and e.exempted_at is null and milepost.counts_in_reports(e)
        and milepost.ended_at(e) < l.published_at
    where l.lesson_id = v_new[1];
    if v_ended > 0 then
      insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
      select milepost.bucket_of(t.name, p_course.external_id), t.tenant_id, p_course.course_id,
        array(select ('lesson_unavailable', n.lesson_id, null, null, v_ended)
          ::milepost.report_change from unnest(v_new) n (lesson_id))
      from milepost.tenant t
      where t.tenant_id = p_course.tenant_id;
    end if;
  end if;
end $$;
comment on function milepost.follow_outline(milepost.course, jsonb, bigint) is
  'Brings to the new outline how far each attempt has come, and counts for whom a new lesson came '
  'too late: those beyond p_last_lesson_id, the last one before the edit. After lock_for_outline.';
