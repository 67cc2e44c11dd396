create or replace function milepost.open_imported_first_attempts(
  p_tenant text, p_tenant_id integer, p_enrollments jsonb, p_now timestamptz, p_actor text
) returns bigint[]
language plpgsql as $$
declare
  v_opened bigint[] := '{}';
  v_row    record;
begin
  for v_row in
    select distinct on (r.bucket, r.learner_id, c.course_id) r as learner, c as course, i.e, i.n
    from jsonb_array_elements(p_enrollments) with ordinality i (e, n)
    join milepost.learner_keys(p_tenant,
      array(select g.e ->> 'learner' from jsonb_array_elements(p_enrollments) g (e))) k
      on k.n = i.n
    join milepost.course c on c.tenant_id = p_tenant_id and c.external_id = i.e ->> 'course'
    join milepost.learner r
      on r.bucket = k.bucket and r.tenant_id = p_tenant_id and r.external_id = k.learner
    where coalesce((i.e ->> 'attempt')::integer, 1) = 1 and not exists (
      select from milepost.enrollment e
      where e.bucket = r.bucket and e.learner_id = r.learner_id and e.course_id = c.course_id
    )
    order by r.bucket, r.learner_id, c.course_id, i.n
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
  'Opens the first attempts that an import brings, in key order and before any attempt is locked, '
  'as record_batch does: opened under the locks, one waited for a batch that waited for those. '
  'Answers the numbers of the rows that opened one.';
