-- One view or one completion. The common case (a known learner in an open attempt) takes five small
-- statements by primary key; whatever else comes up is handed to record_batch, which decides alike
-- (a property test drives both with the same events and compares).
create or replace function milepost.record_fact(
  p_tenant text, p_learner text, p_lesson text, p_type text,
  p_at timestamptz default null, p_event_id text default null,
  p_source text default null, p_actor text default null, p_now timestamptz default null
) returns table (
  status text, code text, clamped boolean,
  lesson_first_viewed_at timestamptz, lesson_last_viewed_at timestamptz,
  lesson_completed_at timestamptz,
  course text, attempt integer, completed_lessons integer, total_lessons integer,
  progress_percentage numeric, first_viewed_at timestamptz, last_viewed_at timestamptz,
  completed_at timestamptz
)
language plpgsql security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_tenant_id  constant integer := milepost.enter(p_tenant);
  v_now        constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_at         constant timestamptz := least(
    coalesce(date_trunc('milliseconds', p_at), v_now), v_now);
  v_clamped    constant boolean := coalesce(date_trunc('milliseconds', p_at) > v_now, false);
  v_bucket     constant smallint := milepost.bucket_of(p_tenant, p_learner);
  v_completes  constant boolean := p_type = 'lesson.completed';
  v_lesson     record;
  v_attempt    milepost.enrollment;
  v_old        milepost.lesson_progress;
  v_new        boolean;
  v_wins       boolean := false;
  v_moves_view boolean;
  v_finishes   boolean := false;
  v_before     milepost.enrollment;
  v_record     milepost.lesson_progress;
  v_changes    milepost.report_change[] := '{}';
begin
  -- A type or a time that is refused goes the long way, so that a refusal is an answer and leaves
  -- the caller's transaction usable. An event with an id does too, before anything is locked: its
  -- learner may be erased and made anew on the way, and learners are kept before attempts are
  -- locked (seen the other way round: a deadlock with an erasure).
  if p_event_id is not null
    or p_type is null or p_type not in ('lesson.viewed', 'lesson.completed')
    or p_at < '2000-01-01T00:00:00Z' or p_at >= '10000-01-01T00:00:00Z'
  then
    return query select * from milepost.record_facts(p_tenant, array[p_learner], array[p_lesson],
      array[p_type], array[p_at], array[p_event_id], p_source, p_actor, v_now);
    return;
  end if;

  -- The lock comes first, behind the gate of the course (pass_gate); what they guard is read in
  -- later statements, which see what the holder before us committed. Deciding in this one would
  -- leave a course open whose last two lessons two tabs finish at once.
  select e.* into v_attempt
  from milepost.lesson l
  cross join lateral (
    select pg_advisory_xact_lock_shared(1296649285, (l.course_id % 2147483648)::integer)
    offset 0
  ) gate
  join milepost.learner r
    on r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner
  join milepost.enrollment e
    on e.bucket = v_bucket and e.learner_id = r.learner_id and e.course_id = l.course_id
    and e.is_current
  where l.tenant_id = v_tenant_id and l.external_id = p_lesson
  for update of e;
  -- An id that is refused is nobody's, and is not found.
  if not found then
    return query select * from milepost.record_facts(p_tenant, array[p_learner], array[p_lesson],
      array[p_type], array[p_at], array[p_event_id], p_source, p_actor, v_now);
    return;
  end if;
  v_before := v_attempt;
  v_attempt := milepost.caught_up(v_attempt);

  select l.lesson_id, l.counts, l.published_at, c.external_id as course, c.outline_version, lp,
    l.retired_at is null and (f.lesson_id is null or l.position > f.position) as is_later
  into v_lesson
  from milepost.lesson l
  join milepost.course c on c.course_id = l.course_id
  left join milepost.lesson f on f.lesson_id = v_attempt.furthest_lesson_id
  left join milepost.lesson_progress lp
    on lp.bucket = v_bucket and lp.enrollment_id = v_attempt.enrollment_id
    and lp.lesson_id = l.lesson_id
  where l.tenant_id = v_tenant_id and l.external_id = p_lesson;
  v_old := v_lesson.lp;
  v_new := v_old.lesson_id is null;
  v_record := v_old;
  v_wins := v_completes and v_old.completed_at is null;
  v_moves_view := (v_wins or not v_completes)
    and (v_new or v_at < v_old.first_viewed_at or v_at > v_old.last_viewed_at);

  if v_new then
    v_old.first_viewed_at := v_at;
    v_old.last_viewed_at := v_at;
    insert into milepost.lesson_progress (
      bucket, tenant_id, enrollment_id, course_id, lesson_id, first_viewed_at, last_viewed_at,
      completed_at, completion_received_at, completion_source
    ) values (
      v_bucket, v_tenant_id, v_attempt.enrollment_id, v_attempt.course_id, v_lesson.lesson_id,
      v_at, v_at,
      case when v_wins then v_at end, case when v_wins then v_now end,
      case when v_wins then coalesce(p_source, 'api') end
    );
    if v_lesson.is_later then
      v_attempt.furthest_lesson_id := v_lesson.lesson_id;
      v_attempt.furthest_completed := false;
    end if;
  elsif v_wins or v_moves_view then
    v_old.first_viewed_at := least(v_old.first_viewed_at, v_at);
    v_old.last_viewed_at := greatest(v_old.last_viewed_at, v_at);
    update milepost.lesson_progress lp
    set first_viewed_at = v_old.first_viewed_at,
        last_viewed_at = v_old.last_viewed_at,
        completed_at = case when v_wins then v_at else lp.completed_at end,
        completion_received_at = case when v_wins then v_now else lp.completion_received_at end,
        completion_source =
          case when v_wins then coalesce(p_source, 'api') else lp.completion_source end
    where lp.bucket = v_bucket and lp.enrollment_id = v_attempt.enrollment_id
      and lp.lesson_id = v_lesson.lesson_id;
  end if;

  if v_wins then
    v_old.completed_at := v_at;
    v_attempt.furthest_completed := v_attempt.furthest_completed
      or v_attempt.furthest_lesson_id is not distinct from v_lesson.lesson_id;
    if v_lesson.counts and v_attempt.completed_at is null then
      v_attempt.completed_lessons := v_attempt.completed_lessons + 1;
      v_finishes := v_attempt.completed_lessons = v_attempt.total_lessons;
    end if;
    if v_finishes then
      v_attempt.completed_at := milepost.last_completion(v_bucket, v_attempt.enrollment_id,
        v_attempt.tenant_id, v_attempt.course_id, v_attempt.counted_version);
      v_attempt.completed_outline_version := v_lesson.outline_version;
    end if;
  end if;

  if v_wins or v_moves_view then
    if v_attempt.last_viewed_at is null or v_at >= v_attempt.last_viewed_at then
      v_attempt.last_viewed_at := v_at;
      v_attempt.last_viewed_lesson_id := v_lesson.lesson_id;
    end if;
    v_attempt.first_viewed_at := least(v_attempt.first_viewed_at, v_at);
    update milepost.enrollment e
    set completed_lessons = v_attempt.completed_lessons,
        total_lessons = v_attempt.total_lessons,
        counted_version = v_attempt.counted_version,
        first_viewed_at = v_attempt.first_viewed_at,
        last_viewed_at = v_attempt.last_viewed_at,
        last_viewed_lesson_id = v_attempt.last_viewed_lesson_id,
        furthest_lesson_id = v_attempt.furthest_lesson_id,
        furthest_completed = v_attempt.furthest_completed,
        completed_at = v_attempt.completed_at,
        completed_outline_version = v_attempt.completed_outline_version
    where e.bucket = v_bucket and e.enrollment_id = v_attempt.enrollment_id
    returning e.progress_percentage, e.last_viewed_slot
    into v_attempt.progress_percentage, v_attempt.last_viewed_slot;

    if v_before.exempted_at is null
      and (v_before.withdrawn_at is null or milepost.counts_in_reports(v_before))
    then
      -- The two common cases without a call: a lesson viewed or completed for the first time.
      v_changes := case
        when v_new and v_wins then array[
          ('lesson_viewed', v_lesson.lesson_id, null, null, 1),
          ('lesson_completed', v_lesson.lesson_id, null, null, 1)]::milepost.report_change[]
        when v_new then
          array[('lesson_viewed', v_lesson.lesson_id, null, null, 1)]::milepost.report_change[]
        when v_wins or v_old.first_viewed_at <> v_record.first_viewed_at then
          milepost.lesson_changes(v_lesson.lesson_id, v_record.first_viewed_at,
            v_record.completed_at, v_old.first_viewed_at, v_old.completed_at)
        else '{}'
      end;
      if v_new and v_lesson.published_at > milepost.ended_at(v_before) then
        v_changes := v_changes || (
          'lesson_unavailable', v_lesson.lesson_id, null, null, -1)::milepost.report_change;
      end if;
    end if;
    -- Most facts move nothing else: not the first of the attempt nor of the day, and no lesson
    -- that was reached is left open.
    if v_before.completed_at is distinct from v_attempt.completed_at
      or v_before.first_viewed_at is distinct from v_attempt.first_viewed_at
      or v_before.last_viewed_slot / 144 <> v_attempt.last_viewed_slot / 144
      or not (v_before.furthest_completed and v_attempt.furthest_completed)
      or v_before.furthest_lesson_id is distinct from v_attempt.furthest_lesson_id
    then
      v_changes := v_changes || milepost.attempt_changes(v_before, v_attempt);
    end if;
    if cardinality(v_changes) > 0 then
      insert into milepost.report_delta (bucket, tenant_id, course_id, changes)
      values (v_bucket, v_tenant_id, v_attempt.course_id, v_changes);
    end if;
    if v_before.completed_at is null and v_attempt.completed_at is not null and not v_finishes then
      perform milepost.note_completed_by_edit(array[v_attempt]);
    end if;
  end if;

  if v_wins then
    insert into milepost.progress_event (
      bucket, tenant_id, type, learner_id, course_id, enrollment_id, lesson_id, outline_version,
      occurred_at, received_at, source, actor
    ) values (
      v_bucket, v_tenant_id, 'lesson.completed', v_attempt.learner_id, v_attempt.course_id,
      v_attempt.enrollment_id, v_lesson.lesson_id, v_lesson.outline_version,
      v_at, v_now, coalesce(p_source, 'api'), p_actor
    );
    if v_finishes then
      insert into milepost.progress_event (
        bucket, tenant_id, type, learner_id, course_id, enrollment_id, outline_version,
        occurred_at, received_at, source, actor
      ) values (
        v_bucket, v_tenant_id, 'course.completed', v_attempt.learner_id, v_attempt.course_id,
        v_attempt.enrollment_id, v_lesson.outline_version,
        v_attempt.completed_at, milepost.last_receipt(v_bucket, v_attempt.enrollment_id,
          v_attempt.tenant_id, v_attempt.course_id, v_attempt.counted_version),
        coalesce(p_source, 'api'), p_actor
      );
    end if;
  elsif v_completes and p_at is not null and v_at <> v_old.completed_at then
    perform milepost.note_repeated_completion(v_attempt, v_lesson.lesson_id,
      v_lesson.outline_version,
      v_at, v_now, p_event_id, coalesce(p_source, 'api'), p_actor);
  end if;

  status := case when v_wins or v_moves_view then 'recorded' else 'unchanged' end;
  clamped := v_clamped;
  lesson_first_viewed_at := v_old.first_viewed_at;
  lesson_last_viewed_at := v_old.last_viewed_at;
  lesson_completed_at := v_old.completed_at;
  course := v_lesson.course;
  attempt := v_attempt.attempt_no;
  completed_lessons := v_attempt.completed_lessons;
  total_lessons := v_attempt.total_lessons;
  progress_percentage := v_attempt.progress_percentage;
  first_viewed_at := v_attempt.first_viewed_at;
  last_viewed_at := v_attempt.last_viewed_at;
  completed_at := v_attempt.completed_at;
  return next;
end $$;
comment on function milepost.record_fact(text, text, text, text, timestamptz, text, text, text,
  timestamptz) is
  'Records one lesson.viewed or lesson.completed and answers the course progress after it. A '
  'fact that cannot be recorded answers status refused with its code and changes nothing.';
grant execute on function
  milepost.record_fact(text, text, text, text, timestamptz, text, text, text,
    timestamptz) to milepost_app;
