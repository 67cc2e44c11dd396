-- Whom a report of yesterday has to leave out: the attempts opened since. Beside
-- progress_event_after, which has what else is undone, and costs an enrollment alone.
create index progress_event_opened on milepost.progress_event (tenant_id, received_at)
  where type = 'enrollment.created';
