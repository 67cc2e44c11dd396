create or replace function milepost.count_erased_learners(p_tenant text) returns bigint
language plpgsql stable security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
begin
  return (
    select count(*) from milepost.learner r
    where r.tenant_id = v_tenant_id and r.erased_at is not null
  );
end $$;
comment on function milepost.count_erased_learners(text) is
  'How many learners of a tenant are erased: whom an export leaves out, since nothing names them.';
grant execute on function milepost.count_erased_learners(text) to milepost_app;
