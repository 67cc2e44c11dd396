create or replace function milepost.open_imported_first_attempts(
  p_tenant text, p_tenant_id integer, p_enrollments jsonb, p_now timestamptz, p_actor text
) returns bigint[]
language plpgsql as $$
declare
  v_opened bigint[] := '{}';
  v_row    record;
begin
  for v_row in
    select distinct on ((i.learner).bucket, (i.learner).learner_id, (i.course).course_id)
      i.learner, i.course, g.e, i.n
    from (
      select k.n, k.learner, c.course
      from milepost.learners_named(p_tenant, p_tenant_id,
        array(select g ->> 'learner' from jsonb_array_elements(p_enrollments) g)) k
      cross join lateral (
        select c as course from milepost.course c
        where c.tenant_id = p_tenant_id
          and c.external_id = p_enrollments -> (k.n - 1) ->> 'course'
        offset 0
      ) c
      cross join lateral (
        select count(*) as attempts from milepost.enrollment e
        where e.bucket = (k.learner).bucket and e.learner_id = (k.learner).learner_id
          and e.course_id = (c.course).course_id
        offset 0
      ) e
      where e.attempts = 0
      offset 0
    ) i
    cross join lateral (select p_enrollments -> (i.n - 1) as e) g
    where coalesce((g.e ->> 'attempt')::integer, 1) = 1
    order by (i.learner).bucket, (i.learner).learner_id, (i.course).course_id, i.n
  loop
    if milepost.open_imported_attempt(
      v_row.course, v_row.learner, v_row.e, 1, p_now, p_actor)
    then
      v_opened := v_opened || v_row.n;
    end if;
  end loop;
  return v_opened;
end $$;
comment on function milepost.open_imported_first_attempts(
  text, integer, jsonb, timestamptz, text) is
  'Opens the first attempts that an import brings, in key order and before any attempt is '
  'locked, as record_batch does: opened under the locks, one of them waited for a batch that '
  'waited for those. Answers the numbers of the rows that opened one.';
