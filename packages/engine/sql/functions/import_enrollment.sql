create or replace function milepost.import_enrollment(
  p_tenant text, p_tenant_id integer, p_given jsonb, p_held boolean, p_opened boolean,
  p_now timestamptz, p_actor text
) returns jsonb
language plpgsql as $$
declare
  v_bucket  constant smallint := milepost.bucket_of(p_tenant, p_given ->> 'learner');
  v_number  constant integer := coalesce((p_given ->> 'attempt')::integer, 1);
  v_course  milepost.course;
  v_learner milepost.learner;
  v_attempt milepost.enrollment;
  v_last    integer;
  v_opens   boolean;
  v_changes boolean;
begin
  select c.* into v_course from milepost.course c
  where c.tenant_id = p_tenant_id and c.external_id = p_given ->> 'course';
  if not found then
    return '{"status": "refused", "code": "course_not_found"}';
  end if;
  select r.* into v_learner from milepost.learner r
  where r.bucket = v_bucket and r.tenant_id = p_tenant_id and r.external_id = p_given ->> 'learner';
  if not found then
    return '{"status": "refused", "code": "id_out_of_range"}';
  end if;

  select coalesce(max(e.attempt_no), 0) into v_last from milepost.enrollment e
  where e.bucket = v_bucket and e.learner_id = v_learner.learner_id
    and e.course_id = v_course.course_id;
  v_opens := v_number = v_last + 1;
  if not p_held or not v_opens and v_number not between 1 and v_last then
    return '{"status": "refused", "code": "attempt_conflict"}';
  end if;
  if v_opens then
    perform milepost.open_imported_attempt(v_course, v_learner, p_given, v_number, p_now, p_actor);
  end if;
  select e.* into v_attempt from milepost.enrollment e
  where e.bucket = v_bucket and e.learner_id = v_learner.learner_id
    and e.course_id = v_course.course_id and e.attempt_no = v_number
  for update;
  v_changes := milepost.fill_in_attempt(p_tenant_id, v_attempt, v_learner, p_given, p_now, p_actor);
  return jsonb_build_object(
    'status', case when p_opened or v_opens or v_changes then 'recorded' else 'unchanged' end);
end $$;
comment on function milepost.import_enrollment(
  text, integer, jsonb, boolean, boolean, timestamptz, text) is
  'Moves one attempt in; the next number opens it, one that is there is filled in. p_held: the '
  'attempts of this learner at this course are locked. p_opened: this row opened it already.';
