create or replace function milepost.analyze_grown()
returns void
language plpgsql
as $$
declare
  v_name name;
begin
  for v_name in
    select c.relname
    from pg_class c
    where c.relnamespace = 'milepost'::regnamespace and c.relkind = 'r'
      and pg_relation_size(c.oid)
        > 128 * 1024 + 2 * c.relpages * current_setting('block_size')::bigint
    order by c.relname
  loop
    execute format('analyze milepost.%I', v_name);
  end loop;
end $$;
comment on function milepost.analyze_grown() is
  'Takes statistics of each table that has more than doubled since its last, and by over 128 kB: '
  'what was loaded a moment ago is planned as if it were empty, and a check of everything takes '
  'minutes for seconds. Autovacuum comes to it within minutes, the embedded one within tens of '
  'seconds.';
