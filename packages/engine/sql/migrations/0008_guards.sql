-- Row triggers only as guards that refuse. `enable always`, so that they stand in a session that
-- replays with session_replication_role = replica too. Their conditions are evaluated without
-- calling the function, so a write that breaks no rule pays next to nothing.

create function milepost.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception using
    errcode = 'MPG01',
    constraint = tg_name,
    schema = tg_table_schema,
    table = tg_table_name,
    message = format('%s: %s on %s is refused', tg_name, lower(tg_op), tg_table_name),
    hint = 'A fact stays as it was recorded. One made in error is answered by a new one: a '
      'completion by a new attempt, an outline by its next version.';
end $$;
comment on function milepost.refuse_change() is
  'Raises MPG01, naming the guard: the trigger''s name is the rule.';

create trigger lesson_completion_never_changes
  before update on milepost.lesson_progress for each row
  when (
    old.completed_at is not null
    and (
      new.completed_at is distinct from old.completed_at
      or new.completion_received_at is distinct from old.completion_received_at
      or new.completion_source is distinct from old.completion_source
      or new.bucket <> old.bucket
      or new.tenant_id <> old.tenant_id
      or new.enrollment_id <> old.enrollment_id
      or new.course_id <> old.course_id
      or new.lesson_id <> old.lesson_id
    )
  )
  execute function milepost.refuse_change();

create trigger lesson_completion_never_deleted
  before delete on milepost.lesson_progress for each row
  when (old.completed_at is not null)
  execute function milepost.refuse_change();

create trigger lesson_completion_never_truncated
  before truncate on milepost.lesson_progress
  execute function milepost.refuse_change();

create trigger attempt_completion_never_changes
  before update on milepost.enrollment for each row
  when (
    old.completed_at is not null
    and (
      new.completed_at is distinct from old.completed_at
      or new.completed_outline_version is distinct from old.completed_outline_version
      or new.bucket <> old.bucket
      or new.tenant_id <> old.tenant_id
      or new.enrollment_id <> old.enrollment_id
      or new.learner_id <> old.learner_id
      or new.course_id <> old.course_id
      or new.attempt_no <> old.attempt_no
    )
  )
  execute function milepost.refuse_change();

create trigger attempt_completion_never_deleted
  before delete on milepost.enrollment for each row
  when (old.completed_at is not null)
  execute function milepost.refuse_change();

create trigger attempt_completion_never_truncated
  before truncate on milepost.enrollment
  execute function milepost.refuse_change();

-- An erasure clears what may name the learner; nothing else in the ledger ever changes.
create trigger ledger_never_changes
  before update on milepost.progress_event for each row
  when (
    (new.client_event_id is not null and new.client_event_id is distinct from old.client_event_id)
    or (new.reason is not null and new.reason is distinct from old.reason)
    or (
      new.bucket, new.event_no, new.tenant_id, new.type, new.learner_id, new.course_id,
      new.enrollment_id, new.lesson_id, new.outline_version, new.occurred_at, new.received_at,
      new.source, new.actor, new.data, new.tx
    ) is distinct from (
      old.bucket, old.event_no, old.tenant_id, old.type, old.learner_id, old.course_id,
      old.enrollment_id, old.lesson_id, old.outline_version, old.occurred_at, old.received_at,
      old.source, old.actor, old.data, old.tx
    )
  )
  execute function milepost.refuse_change();

create trigger ledger_never_deleted
  before delete on milepost.progress_event for each row
  execute function milepost.refuse_change();

create trigger ledger_never_truncated
  before truncate on milepost.progress_event
  execute function milepost.refuse_change();

create trigger outline_history_never_changes
  before update or delete on milepost.outline_change for each row
  execute function milepost.refuse_change();

create trigger outline_history_never_truncated
  before truncate on milepost.outline_change
  execute function milepost.refuse_change();

-- A bucket is a hash of both names: were one to change, the learner would be looked for elsewhere.
create trigger tenant_name_never_changes
  before update on milepost.tenant for each row
  when (new.name <> old.name or new.tenant_id <> old.tenant_id)
  execute function milepost.refuse_change();

-- Only an erasure takes the id away.
create trigger learner_lane_never_changes
  before update on milepost.learner for each row
  when (
    new.bucket <> old.bucket
    or new.learner_id <> old.learner_id
    or new.tenant_id <> old.tenant_id
    or (new.external_id is not null and new.external_id is distinct from old.external_id)
  )
  execute function milepost.refuse_change();

alter table milepost.lesson_progress enable always trigger lesson_completion_never_changes;
alter table milepost.lesson_progress enable always trigger lesson_completion_never_deleted;
alter table milepost.lesson_progress enable always trigger lesson_completion_never_truncated;
alter table milepost.enrollment enable always trigger attempt_completion_never_changes;
alter table milepost.enrollment enable always trigger attempt_completion_never_deleted;
alter table milepost.enrollment enable always trigger attempt_completion_never_truncated;
alter table milepost.progress_event enable always trigger ledger_never_changes;
alter table milepost.progress_event enable always trigger ledger_never_deleted;
alter table milepost.progress_event enable always trigger ledger_never_truncated;
alter table milepost.outline_change enable always trigger outline_history_never_changes;
alter table milepost.outline_change enable always trigger outline_history_never_truncated;
alter table milepost.tenant enable always trigger tenant_name_never_changes;
alter table milepost.learner enable always trigger learner_lane_never_changes;
