create or replace function milepost.database_id() returns text
language sql stable as $$
  select c.system_identifier || '/' || d.oid
  from pg_control_system() c
  join pg_database d on d.datname = current_database()
$$;
comment on function milepost.database_id() is
  'Of which cluster and database transaction numbers are.';
