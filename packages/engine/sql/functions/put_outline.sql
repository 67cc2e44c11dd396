create or replace function milepost.put_outline(
  p_tenant text, p_course text, p_title text, p_enrollment text, p_lessons jsonb,
  p_replaced_by jsonb default null, p_if_version integer default null,
  p_actor text default null, p_now timestamptz default null, p_at_once integer default 1000
) returns jsonb
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_course    milepost.course;
  v_created   boolean;
  v_change    jsonb;
  v_required  bigint[];
  v_order     bigint[];
  v_needed    bigint[];
  v_last      bigint;
begin
  v_course := milepost.course_for_edit(v_tenant_id, p_course, p_title, p_enrollment, p_if_version,
    v_now);
  v_created := v_course.outline_version = 0;
  v_change := milepost.change_json(v_tenant_id, v_course.course_id, p_lessons);
  if not v_created
    and v_course.title = p_title
    and v_course.enrollment_policy = coalesce(p_enrollment, v_course.enrollment_policy)
    and not exists (select from jsonb_each(v_change) k where k.value <> '[]')
    and not milepost.replacements_differ(v_course.course_id, p_replaced_by)
  then
    return milepost.outline_json(v_course.course_id)
      || jsonb_build_object('created', false, 'change', v_change);
  end if;

  select coalesce(max(l.lesson_id), 0),
    array_agg(l.lesson_id order by l.position) filter (where l.retired_at is null),
    array_agg(l.lesson_id) filter (where l.counts)
  into v_last, v_order, v_needed
  from milepost.lesson l
  where l.course_id = v_course.course_id;
  perform milepost.write_lessons(v_tenant_id, v_course.course_id, p_lessons, p_replaced_by, v_now);
  v_required := array(
    select l.lesson_id from milepost.lesson l where l.course_id = v_course.course_id and l.counts
    order by l.lesson_id
  );
  v_course := milepost.write_course_version(v_course, p_title, p_enrollment, v_required, v_change,
    p_lessons, p_replaced_by, v_now, p_actor);
  insert into milepost.progress_event (
    bucket, tenant_id, type, course_id, outline_version, occurred_at, received_at, source, actor,
    data
  ) values (
    milepost.bucket_of(p_tenant, p_course), v_tenant_id, 'outline.changed', v_course.course_id,
    v_course.outline_version, v_now, v_now, 'outline', p_actor, v_change
  );
  if not v_created then
    perform milepost.note_new_lessons(v_course, v_last, v_now);
    perform milepost.begin_recount(v_course, v_order, v_needed, v_last,
      least(p_at_once, 10000));
  end if;
  return milepost.outline_json(v_course.course_id)
    || jsonb_build_object('created', v_created, 'change', v_change);
end $$;
comment on function milepost.put_outline(text, text, text, text, jsonb, jsonb, integer, text,
  timestamptz, integer) is
  'Makes the given outline the course''s: the whole of it, in order, each lesson {"id", "title", '
  '"section"?, "required"?, "dueAt"?}. Where the required lessons changed, a course of p_at_once '
  'attempts at most (up to 10,000) is counted anew here, a larger one by recount_attempts; all '
  'who read see it at once either way. An identical outline changes nothing.';
grant execute on function
  milepost.put_outline(text, text, text, text, jsonb, jsonb, integer, text,
    timestamptz, integer) to milepost_app;
