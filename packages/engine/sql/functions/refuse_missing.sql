create or replace function milepost.refuse_missing(
  p_tenant text, p_tenant_id integer, p_course text, p_learner text
) returns void
language plpgsql as $$
begin
  if p_course is not null and not exists (
    select from milepost.course c where c.tenant_id = p_tenant_id and c.external_id = p_course
  ) then
    perform milepost.refuse('course_not_found');
  end if;
  if not exists (
    select from milepost.learner r
    where r.bucket = milepost.bucket_of(p_tenant, p_learner) and r.tenant_id = p_tenant_id
      and r.external_id = p_learner
  ) then
    perform milepost.refuse('learner_not_found');
  end if;
  perform milepost.refuse('enrollment_not_found');
end $$;
comment on function milepost.refuse_missing(text, integer, text, text) is
  'Says which of course, learner and enrollment is missing; for when a look-up of all three came '
  'back empty.';
