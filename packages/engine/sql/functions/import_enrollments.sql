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
  v_learners  text[];
  v_opened    bigint[];
  v_held      integer[];
  v_row       record;
begin
  if jsonb_array_length(p_enrollments) > 5000 then
    perform milepost.refuse('batch_too_large');
  end if;
  perform milepost.pass_gate(milepost.course_ids(v_tenant_id,
    array(select i.e ->> 'course' from jsonb_array_elements(p_enrollments) i (e))));
  v_learners := array(
    select i.e ->> 'learner' from jsonb_array_elements(p_enrollments) i (e)
    join milepost.course c
      on c.tenant_id = v_tenant_id and c.external_id = i.e ->> 'course');
  perform milepost.keep_learners(p_tenant, v_tenant_id, v_learners,
    array_fill(v_now, array[cardinality(v_learners)]));

  v_opened := milepost.open_imported_first_attempts(
    p_tenant, v_tenant_id, p_enrollments, v_now, p_actor);
  -- The rows whose learner is at their course now, and no others: an attempt that another call
  -- opens from here on would be locked behind what is held.
  v_held := array(
    select distinct a.n from milepost.attempts_named(p_tenant, v_tenant_id, p_enrollments) a);
  loop
    exit when (
      select milepost.lock_in_order(
        array_agg(a.bucket), array_agg(a.enrollment_id), array_agg(a.is_current))
      from milepost.attempts_named(p_tenant, v_tenant_id, p_enrollments) a
      where a.n = any (v_held)
    );
  end loop;

  if exists (select from milepost.recount) then
    perform milepost.catch_up(array_agg(a.bucket), array_agg(a.enrollment_id))
    from (
      select distinct a.bucket, a.enrollment_id
      from milepost.attempts_named(p_tenant, v_tenant_id, p_enrollments) a
      where a.n = any (v_held)
    ) a
    having count(*) > 0;
  end if;
  -- One at a time, since an attempt stands on the one before it.
  for v_row in
    select i.e, i.n from jsonb_array_elements(p_enrollments) with ordinality i (e, n)
    order by milepost.bucket_of(p_tenant, i.e ->> 'learner'), i.e ->> 'learner', i.e ->> 'course',
      coalesce((i.e ->> 'attempt')::integer, 1), i.n
  loop
    v_answers[v_row.n] := milepost.import_enrollment(
      p_tenant, v_tenant_id, v_row.e, v_row.n = any (v_held), v_row.n = any (v_opened), v_now,
      p_actor);
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
