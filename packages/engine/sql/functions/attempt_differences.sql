-- Attempts and what they are derived to are thousands against thousands, which a planner takes for
-- one each: as a nested loop all was derived again for every attempt (seen: 8 s for 309). What is
-- looked up for an attempt by its key is a nested loop all the same.
create or replace function milepost.attempt_differences(p_tenant_id integer)
returns table (
  course_id bigint, bucket smallint, enrollment_id bigint, lesson_id bigint, name text,
  stored text, derived text
)
language sql stable
set enable_nestloop = off
-- What is done all the same counts as costly beyond measure, and would be compiled.
set jit = off
as $$
  select e.course_id, e.bucket, e.enrollment_id, null::bigint, x.name, x.stored, x.derived
  from milepost.derived_progress(p_tenant_id, null) d
  join milepost.attempts_now(p_tenant_id) e
    on e.bucket = d.bucket and e.enrollment_id = d.enrollment_id
  join milepost.learner r on r.bucket = e.bucket and r.learner_id = e.learner_id
  join milepost.tenant t on t.tenant_id = r.tenant_id
  cross join lateral (values
    ('bucket', e.bucket::text,
      coalesce(milepost.bucket_of(t.name, r.external_id), e.bucket)::text),
    ('attempt_no', e.attempt_no::text, d.attempt_no::text),
    ('is_current', e.is_current::text, d.is_current::text),
    ('enrolled_outline_version', e.enrolled_outline_version::text,
      d.enrolled_outline_version::text),
    ('counted_version', e.counted_version::text, d.counted_version::text),
    ('total_lessons', e.total_lessons::text, d.total_lessons::text),
    ('completed_lessons', e.completed_lessons::text, d.completed_lessons::text),
    ('progress_percentage', e.progress_percentage::text, d.progress_percentage::numeric(5,2)::text),
    ('first_viewed_at', e.first_viewed_at::text, d.first_viewed_at::text),
    ('last_viewed_at', e.last_viewed_at::text, d.last_viewed_at::text),
    ('last_viewed_lesson_id', e.last_viewed_lesson_id::text, d.last_viewed_lesson_id::text),
    ('completed_at', e.completed_at::text, d.completed_at::text),
    ('completed_outline_version', e.completed_outline_version::text,
      d.completed_outline_version::text),
    -- Of an attempt that was superseded they are of no use to anyone, and stay as they were.
    ('furthest_lesson_id', e.furthest_lesson_id::text,
      case when d.is_current then d.furthest_lesson_id else e.furthest_lesson_id end::text),
    ('furthest_completed', e.furthest_completed::text,
      case when d.is_current then d.furthest_completed else e.furthest_completed end::text)
  ) x (name, stored, derived)
  where x.stored is distinct from x.derived
$$;
comment on function milepost.attempt_differences(integer) is
  'Every number and time of an attempt, as it is stored and caught up with the outline, that is '
  'not what the facts say.';
