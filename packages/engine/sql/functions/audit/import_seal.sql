-- A completion is known by whose it is: at most one of a lesson, and one of the course, in an
-- attempt. Whether it is the one that was sealed its hash says.
create or replace function milepost.import_seal(
  p_tenant text, p_seal_no integer, p_sealed_at timestamptz, p_hash text, p_leaf_hashes text[],
  p_learners text[], p_salts uuid[], p_courses text[], p_attempts integer[], p_lessons text[]
) returns table (outcome text, place integer)
language plpgsql security definer
set search_path = milepost, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_hashes    constant bytea[] := array(
    select decode(h.hash, 'hex') from unnest(p_leaf_hashes) with ordinality h (hash, n)
    order by h.n);
  v_buckets   smallint[];
  v_event_nos bigint[];
  v_wrong     integer;
  v_there     bytea;
  v_last      milepost.seal;
begin
  select s.hash into v_there from milepost.seal s
  where s.tenant_id = v_tenant_id and s.seal_no = p_seal_no;
  if v_there = decode(p_hash, 'hex') then
    return query select 'unchanged', null::integer;
    return;
  end if;
  perform from milepost.feed_position f
  where f.tenant_id = v_tenant_id and f.seals_held for update;
  if not found then
    return query select 'not_held', null::integer;
    return;
  end if;
  select s.* into v_last from milepost.seal s
  where s.tenant_id = v_tenant_id order by s.seal_no desc limit 1;
  if p_seal_no <> coalesce(v_last.seal_no, 0) + 1
    or decode(p_hash, 'hex') is distinct from milepost.seal_hash(p_seal_no, cardinality(v_hashes),
      milepost.merkle_root(v_hashes), v_last.hash, p_sealed_at)
  then
    return query select 'broken', null::integer;
    return;
  end if;

  update milepost.learner r set seal_salt = i.salt
  from (
    select distinct milepost.bucket_of(p_tenant, u.learner) as bucket, u.learner, u.salt
    from unnest(p_learners, p_salts) u (learner, salt)
    where u.learner is not null
  ) i
  where r.bucket = i.bucket and r.tenant_id = v_tenant_id and r.external_id = i.learner
    and r.seal_salt <> i.salt;

  select array_agg(e.bucket order by k.n), array_agg(e.event_no order by k.n)
  into v_buckets, v_event_nos
  from unnest(p_learners, p_courses, p_attempts, p_lessons) with ordinality
    k (learner, course, attempt, lesson, n)
  left join lateral (
    select pe.bucket, pe.event_no
    from milepost.learner r
    join milepost.course c on c.tenant_id = v_tenant_id and c.external_id = k.course
    join milepost.enrollment a on a.bucket = r.bucket and a.learner_id = r.learner_id
      and a.course_id = c.course_id and a.attempt_no = k.attempt
    left join milepost.lesson l on l.course_id = c.course_id and l.external_id = k.lesson
    join milepost.progress_event pe on pe.bucket = a.bucket
      and pe.enrollment_id = a.enrollment_id
      and case when k.lesson is null then pe.type = 'course.completed'
        else pe.type = 'lesson.completed' and pe.lesson_id = l.lesson_id end
    where r.bucket = milepost.bucket_of(p_tenant, k.learner) and r.tenant_id = v_tenant_id
      and r.external_id = k.learner
    limit 1
  ) e on true;

  select min(k.n)::integer into v_wrong
  from unnest(p_learners, v_hashes) with ordinality k (learner, hash, n)
  left join milepost.sealed_leaves(v_buckets, v_event_nos) s on s.place = k.n
  where k.learner is not null and k.hash is distinct from milepost.leaf_hash(s.leaf);
  if v_wrong is not null then
    return query select 'not_borne_out', v_wrong;
    return;
  end if;
  perform milepost.add_seal(v_tenant_id, v_buckets, v_event_nos, v_hashes, p_sealed_at);
  return query select 'recorded', null::integer;
end $$;
comment on function milepost.import_seal(
  text, integer, timestamptz, text, text[], text[], uuid[], text[], integer[], text[]) is
  'Takes over a seal of an export whose completions were moved in: recorded, unchanged where it is '
  'here, not_held where the tenant has a chain of its own, broken where its hash does not follow '
  'from its leaves and the seal before it. A completion that is not here as it was '
  'sealed is named by its place, and nothing is taken over; one without a learner was left behind '
  'when its learner was erased. Not for the application role.';
