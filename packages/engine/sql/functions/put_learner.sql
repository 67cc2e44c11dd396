create or replace function milepost.put_learner(
  p_tenant text, p_learner text, p_name text, p_email text, p_locale text, p_time_zone text,
  p_now timestamptz default null
) returns table (learner text, name text, email text, locale text, time_zone text, created boolean)
language plpgsql security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
set jit = off
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_created   boolean;
begin
  if coalesce(length(p_learner), 0) not between 1 and 255 then
    perform milepost.refuse('id_out_of_range');
  end if;
  if length(p_name) > 1000 or length(p_email) > 320 or length(p_locale) > 100 then
    perform milepost.refuse('text_out_of_range');
  end if;
  perform milepost.known_time_zone(p_time_zone);

  insert into milepost.learner as r (
    bucket, tenant_id, external_id, name, email, locale, time_zone, created_at
  ) values (
    milepost.bucket_of(p_tenant, p_learner), v_tenant_id, p_learner, p_name, p_email, p_locale,
    p_time_zone, v_now
  )
  on conflict (bucket, tenant_id, external_id) do nothing;
  v_created := found;
  if not v_created then
    update milepost.learner r set
      name = p_name, email = p_email, locale = p_locale, time_zone = p_time_zone
    where r.bucket = milepost.bucket_of(p_tenant, p_learner) and r.tenant_id = v_tenant_id
      and r.external_id = p_learner;
  end if;
  return query select p_learner, p_name, p_email, p_locale, p_time_zone, v_created;
end $$;
comment on function milepost.put_learner(text, text, text, text, text, text, timestamptz) is
  'Makes the given profile the learner''s: what is null is cleared. Deadlines already resolved '
  'stay.';
grant execute on function milepost.put_learner(text, text, text, text, text, text, timestamptz)
  to milepost_app;
