--! as migrator
-- Two roles that nobody logs in as. The owner holds the objects and is itself bound by row-level
-- security (forced); the application role holds nothing and may only call functions and read views.
do $$
declare
  v_role text;
begin
  foreach v_role in array array['milepost_owner', 'milepost_app'] loop
    -- Roles belong to the whole cluster: another database's migration may be creating them right
    -- now.
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
        execute format('create role %I nologin', v_role);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end loop;
  if not pg_has_role(current_user, 'milepost_owner', 'member') then
    execute format('grant milepost_owner to %I', current_user);
  end if;
end $$;

comment on role milepost_owner is
  'Owns everything in schema milepost; bound by its row-level security, which is forced.';
comment on role milepost_app is
  'What a program that uses Milepost is a member of: may call its functions and read its views, '
  'owns nothing.';

create schema milepost authorization milepost_owner;
comment on schema milepost is
  'Milepost: which lessons each learner viewed, when each was completed, how far through each '
  'course they are.';
