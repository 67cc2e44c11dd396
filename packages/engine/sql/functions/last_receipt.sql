create or replace function milepost.last_receipt(
  p_bucket smallint, p_enrollment_id bigint, p_tenant_id integer, p_course_id bigint,
  p_version integer
) returns timestamptz
language plpgsql stable as $$
begin
  return (
    select max(lp.completion_received_at)
    from milepost.outline_change oc
    join milepost.lesson_progress lp
      on lp.bucket = p_bucket and lp.enrollment_id = p_enrollment_id
      and lp.lesson_id = any (oc.required_lesson_ids)
    where oc.tenant_id = p_tenant_id and oc.course_id = p_course_id
      and oc.outline_version = p_version
  );
end $$;
comment on function milepost.last_receipt(smallint, bigint, integer, bigint, integer) is
  'When we learned of the last of an outline version''s required lessons: received_at of the entry '
  'that an attempt is complete, whatever order history that is moved in was received in.';
