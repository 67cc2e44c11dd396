-- What take_events knows of one event, carried from statement to statement: PL/pgSQL has no
-- table variables, and a temporary table would write to the catalogue on every call.
create type milepost.fact as (
  ord           integer,
  bucket        smallint,
  learner       text,
  learner_id    bigint,
  lesson_id     bigint,
  course_id     bigint,
  enrollment_id bigint,
  attempt_no    integer,
  completes     boolean,
  occurred_at   timestamptz,
  received_at   timestamptz,
  time_given    boolean,
  clamped       boolean,
  event_id      text,
  code          text,
  -- Decided under the lock:
  counts        boolean,
  adds_view     boolean,
  wins          boolean,
  recorded      boolean,
  old_completed timestamptz,
  -- Read under the lock, for those who write:
  was_viewed    timestamptz,
  was_completed timestamptz,
  in_reports    boolean,
  unavailable   boolean,
  place         integer,
  outline_version integer
);
comment on type milepost.fact is 'One event of a batch while milepost.take_events works on it.';
