create or replace function milepost.record(
  events jsonb, tenant text default 'default', source text default 'sql'
) returns table (status text, code text, clamped boolean)
language sql security definer
set search_path = milepost, pg_temp
as $$
  select b.* from milepost.record_batch(
    tenant,
    array(select e ->> 'learner' from jsonb_array_elements(events) with ordinality i (e,
      n) order by n),
    array(select e ->> 'lesson' from jsonb_array_elements(events) with ordinality i (e,
      n) order by n),
    array(select e ->> 'type' from jsonb_array_elements(events) with ordinality i (e, n)
      order by n),
    array(select (e ->> 'at')::timestamptz
      from jsonb_array_elements(events) with ordinality i (e, n) order by n),
    array(select e ->> 'id' from jsonb_array_elements(events) with ordinality i (e, n) order by n),
    null, null, source
  ) b
$$;
comment on function milepost.record(jsonb, text, text) is
  'Records events from SQL: a JSON array of {"type", "learner", "lesson", "at"?, "id"?}, up to '
  '5,000, answered one row an event in their order.';
grant execute on function milepost.record(jsonb, text, text) to milepost_app;
