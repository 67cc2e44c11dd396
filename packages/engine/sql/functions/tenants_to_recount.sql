create or replace function milepost.tenants_to_recount() returns table (tenant text)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
begin
  perform set_config('milepost.looks_for_recounts', 'yes', true);
  return query select distinct r.tenant from milepost.recount r order by r.tenant limit 1000;
  perform set_config('milepost.looks_for_recounts', '', true);
end $$;
comment on function milepost.tenants_to_recount() is
  'The tenants with outline edits that not all attempts have followed, up to 1,000: whom a server '
  'that starts calls recount_attempts for.';
grant execute on function milepost.tenants_to_recount() to milepost_app;
