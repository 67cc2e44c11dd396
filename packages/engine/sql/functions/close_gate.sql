create or replace function milepost.close_gate(p_course_id bigint) returns void
language plpgsql as $$
declare
  v_patience constant text := current_setting('lock_timeout');
  v_from     constant timestamptz := clock_timestamp();
  v_wait     text := '100ms';
begin
  -- Whoever comes while we wait stands behind us, so we wait in short pieces: behind a batch of
  -- seconds nobody else is to be held up for longer. Only where that leads to nothing, once long.
  loop
    begin
      perform set_config('lock_timeout', v_wait, true);
      perform pg_advisory_xact_lock(1296649285, (p_course_id % 2147483648)::integer);
      perform set_config('lock_timeout', v_patience, true);
      return;
    exception when lock_not_available then
      if v_wait = '5s' then
        raise;
      elsif clock_timestamp() - v_from > interval '5 seconds' then
        v_wait := '5s';
      end if;
    end;
    perform pg_sleep(0.03);
  end loop;
end $$;
comment on function milepost.close_gate(bigint) is
  'Waits until no transaction writes lessons or attempts of a course, and keeps others from '
  'beginning until this one ends. After ten seconds it gives up: lock_not_available.';
