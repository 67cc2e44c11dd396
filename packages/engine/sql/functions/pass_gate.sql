create or replace function milepost.pass_gate(p_course_ids bigint[]) returns void
language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(1296649285, (c.course_id % 2147483648)::integer)
  from (select distinct i.course_id from unnest(p_course_ids) i (course_id) order by 1) c;
end $$;
comment on function milepost.pass_gate(bigint[]) is
  'Keeps the outlines of these courses as they are until the transaction ends: an edit waits for '
  'us, or we for it (close_gate). The first of all locks. Its first number only tells it from '
  'other uses of advisory locks.';
