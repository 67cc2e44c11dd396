create or replace function milepost.import_enrollments(
  p_tenant text, p_enrollments jsonb, p_actor text default null, p_now timestamptz default null
) returns table (status text, code text)
language plpgsql security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set jit = off
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_answers   jsonb[] := array_fill(null::jsonb, array[jsonb_array_length(p_enrollments)]);
  v_opened    bigint[];
  v_row       record;
begin
  if jsonb_array_length(p_enrollments) > 5000 then
    perform milepost.refuse('batch_too_large');
  end if;
  perform milepost.create_learners(p_tenant, v_tenant_id, array(
    select i.e ->> 'learner' from jsonb_array_elements(p_enrollments) i (e)
    join milepost.course c
      on c.tenant_id = v_tenant_id and c.external_id = i.e ->> 'course'), v_now);
  perform milepost.hold_courses(array(
    select distinct c.course_id from jsonb_array_elements(p_enrollments) i (e)
    join milepost.course c on c.tenant_id = v_tenant_id and c.external_id = i.e ->> 'course'));

  v_opened := milepost.open_imported_first_attempts(
    p_tenant, v_tenant_id, p_enrollments, v_now, p_actor);
  loop
    exit when (
      select milepost.lock_in_order(
        array_agg(e.bucket), array_agg(e.enrollment_id), array_agg(e.is_current))
      from milepost.learners_named(p_tenant, v_tenant_id,
        array(select g ->> 'learner' from jsonb_array_elements(p_enrollments) g)) k
      cross join lateral (
        select e.* from milepost.enrollment e
        where e.bucket = (k.learner).bucket and e.learner_id = (k.learner).learner_id
        offset 0
      ) e
    );
  end loop;

  -- One at a time, since an attempt stands on the one before it.
  for v_row in
    select i.e, i.n from jsonb_array_elements(p_enrollments) with ordinality i (e, n)
    order by milepost.bucket_of(p_tenant, i.e ->> 'learner'), i.e ->> 'learner', i.e ->> 'course',
      coalesce((i.e ->> 'attempt')::integer, 1), i.n
  loop
    v_answers[v_row.n] := milepost.import_enrollment(
      p_tenant, v_tenant_id, v_row.e, v_row.n = any (v_opened), v_now, p_actor);
  end loop;

  return query
  select a.answer ->> 'status', a.answer ->> 'code'
  from unnest(v_answers) with ordinality a (answer, n)
  order by a.n;
end $$;
comment on function milepost.import_enrollments(text, jsonb, text, timestamptz) is
  'Moves attempts in with their history, up to 5,000; one answer each, in order. What is there '
  'already stays: only what it lacks of withdrawal, exemption and deadline is filled in.';
grant execute on function milepost.import_enrollments(text, jsonb, text,
  timestamptz) to milepost_app;
