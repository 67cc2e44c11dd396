create or replace function milepost.change_attempt(
  p_bucket smallint, p_enrollment_id bigint, p_newly integer, p_first_view timestamptz,
  p_last_view timestamptz, p_last_lesson bigint, p_lessons bigint[], p_received_at timestamptz,
  p_outline_version integer, p_required_version integer, p_source text, p_actor text
) returns void
language plpgsql as $$
declare
  v_before   milepost.enrollment;
  v_attempt  milepost.enrollment;
  v_furthest record;
begin
  select e.* into v_before from milepost.enrollment e
  where e.bucket = p_bucket and e.enrollment_id = p_enrollment_id;
  select l.lesson_id, lp.completed_at is not null as completed into v_furthest
  from unnest(p_lessons || v_before.furthest_lesson_id) i (lesson_id)
  join milepost.lesson l on l.lesson_id = i.lesson_id and l.retired_at is null
  join milepost.lesson_progress lp
    on lp.bucket = p_bucket and lp.enrollment_id = p_enrollment_id and lp.lesson_id = l.lesson_id
  order by l.position desc
  limit 1;

  update milepost.enrollment e set
    completed_lessons = e.completed_lessons + p_newly,
    first_viewed_at = least(e.first_viewed_at, p_first_view),
    last_viewed_at = greatest(e.last_viewed_at, p_last_view),
    last_viewed_lesson_id = case
      when e.last_viewed_at is null or p_last_view >= e.last_viewed_at then p_last_lesson
      else e.last_viewed_lesson_id
    end,
    furthest_lesson_id = v_furthest.lesson_id,
    furthest_completed = coalesce(v_furthest.completed, false),
    completed_at = case
      when p_newly > 0 and e.completed_lessons + p_newly = e.total_lessons
        then milepost.last_completion(
          e.bucket, e.enrollment_id, e.tenant_id, e.course_id, e.counted_version)
      else e.completed_at
    end,
    completed_outline_version = case
      when p_newly > 0 and e.completed_lessons + p_newly = e.total_lessons
        then case
          when e.counted_version = p_required_version then p_outline_version
          else e.counted_version
        end
      else e.completed_outline_version
    end
  where e.bucket = p_bucket and e.enrollment_id = p_enrollment_id
  returning * into v_attempt;
  perform milepost.append_changes(p_bucket, v_attempt.tenant_id, v_attempt.course_id,
    milepost.attempt_changes(v_before, v_attempt));

  if p_newly > 0 and v_attempt.completed_lessons = v_attempt.total_lessons then
    insert into milepost.progress_event (
      bucket, tenant_id, type, learner_id, course_id, enrollment_id, outline_version, occurred_at,
      received_at, source, actor
    ) values (
      p_bucket, v_attempt.tenant_id, 'course.completed', v_attempt.learner_id, v_attempt.course_id,
      p_enrollment_id, v_attempt.completed_outline_version, v_attempt.completed_at,
      greatest(p_received_at, v_attempt.completed_at), p_source, p_actor
    );
  end if;
end $$;
comment on function milepost.change_attempt(
  smallint, bigint, integer, timestamptz, timestamptz, bigint, bigint[], timestamptz, integer,
  integer, text, text) is
  'Adds to the course progress of one locked attempt what a batch recorded for it: how many '
  'required lessons are newly complete, the span of the views. With the last of them the attempt '
  'is complete.';
