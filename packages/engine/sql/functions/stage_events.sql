-- Made by us and for us: whoever calls may put rows into it and nothing else, so that no view,
-- trigger or policy of theirs stands between it and what runs as its owner.
create or replace function milepost.stage_events() returns table (staged boolean)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
begin
  if milepost.events_are_staged() then
    return query select true;
  elsif not has_database_privilege(current_database(), 'TEMPORARY') then
    return query select false;
  else
    create temporary table staged_event (
      n           integer not null,
      learner     text    not null,
      lesson      text    not null,
      type        text    not null,
      at          timestamptz,
      event_id    text,
      attempt     integer,
      received_at timestamptz
    ) on commit delete rows;
    grant insert on pg_temp.staged_event to public;
    return query select true;
  end if;
end $$;
comment on function milepost.stage_events() is
  'Makes pg_temp.staged_event, once a session, for a COPY of events that merge_events records in '
  'the same transaction; false where our owner may make no temporary table in this database.';
grant execute on function milepost.stage_events() to milepost_app;
