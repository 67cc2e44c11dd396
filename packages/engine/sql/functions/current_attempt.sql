create or replace function milepost.current_attempt(
  p_tenant text, p_tenant_id integer, p_course text, p_learner text
) returns milepost.enrollment
language plpgsql as $$
declare
  v_bucket  constant smallint := milepost.bucket_of(p_tenant, p_learner);
  v_attempt milepost.enrollment;
begin
  loop
    select e.* into v_attempt
    from milepost.course c
    join milepost.learner r
      on r.bucket = v_bucket and r.tenant_id = p_tenant_id
      and r.external_id = p_learner
    join milepost.enrollment e
      on e.bucket = r.bucket and e.learner_id = r.learner_id and e.course_id = c.course_id
      and e.is_current
    where c.tenant_id = p_tenant_id and c.external_id = p_course
    for update of e;
    if found and exists (select from milepost.recount) then
      perform milepost.catch_up(array[v_attempt.bucket], array[v_attempt.enrollment_id]);
      select e.* into v_attempt from milepost.enrollment e
      where e.bucket = v_attempt.bucket and e.enrollment_id = v_attempt.enrollment_id;
    end if;
    if found then
      return v_attempt;
    end if;
    -- A retake that we waited for has superseded the attempt we saw, and its new one is not in that
    -- statement's snapshot: it is in the next one's.
    perform from milepost.course c
    join milepost.learner r
      on r.bucket = v_bucket and r.tenant_id = p_tenant_id
      and r.external_id = p_learner
    join milepost.enrollment e
      on e.bucket = r.bucket and e.learner_id = r.learner_id and e.course_id = c.course_id
      and e.is_current
    where c.tenant_id = p_tenant_id and c.external_id = p_course;
    if not found then
      perform milepost.refuse_missing(p_tenant, p_tenant_id, p_course, p_learner);
    end if;
  end loop;
end $$;
comment on function milepost.current_attempt(text, integer, text, text) is
  'The attempt that facts go to, locked and counted by the outline of now; refuses by what is '
  'missing: course, learner or enrollment. Behind the gate, and after keep_learners: an attempt '
  'that is updated twice in a transaction has its foreign keys checked anew.';
