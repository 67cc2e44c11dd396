create or replace function milepost.note_completed_by_edit(p_attempts milepost.enrollment[])
returns void
language plpgsql as $$
begin
  if p_attempts is null then
    return;
  end if;
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, course_id, enrollment_id, outline_version,
    occurred_at, received_at, source, actor, data
  )
  select e.bucket, e.tenant_id, 'course.completed', e.learner_id, e.course_id, e.enrollment_id,
    e.completed_outline_version, e.completed_at, e.completed_at, 'outline', oc.actor,
    jsonb_build_object('cause', 'outline.changed')
  from unnest(p_attempts) e
  join milepost.outline_change oc
    on oc.tenant_id = e.tenant_id and oc.course_id = e.course_id
    and oc.outline_version = e.completed_outline_version
  order by e.bucket, e.enrollment_id;
end $$;
comment on function milepost.note_completed_by_edit(milepost.enrollment[]) is
  'Puts in the ledger that an outline edit completed these attempts, at the time of the edit.';
