create or replace function milepost.ended_at(e milepost.enrollment) returns timestamptz
language sql immutable as $$ select least(e.completed_at, e.withdrawn_at) $$;
comment on function milepost.ended_at(milepost.enrollment) is
  'When an attempt was completed or withdrawn, whichever came first; null while it is open.';
