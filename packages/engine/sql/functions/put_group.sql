create or replace function milepost.put_group(
  p_tenant text, p_group text, p_name text, p_kind text default null,
  p_now timestamptz default null
) returns table (
  "group" text, name text, kind text, created_at timestamptz, member_count integer, created boolean
)
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_now       constant timestamptz := milepost.instant(coalesce(p_now, clock_timestamp()));
  v_created   boolean;
begin
  if coalesce(length(p_group), 0) not between 1 and 255 then
    perform milepost.refuse('id_out_of_range');
  end if;
  if coalesce(length(p_name), 0) not between 1 and 1000 or length(p_kind) not between 1 and 100
  then
    perform milepost.refuse('text_out_of_range');
  end if;

  insert into milepost.learner_group (tenant_id, external_id, name, kind, created_at)
  values (v_tenant_id, p_group, p_name, p_kind, v_now)
  on conflict (tenant_id, external_id) do nothing;
  v_created := found;
  if not v_created then
    update milepost.learner_group g set name = p_name, kind = p_kind
    where g.tenant_id = v_tenant_id and g.external_id = p_group
      and (g.name, g.kind) is distinct from (p_name, p_kind);
  end if;
  return query select g.*, v_created from milepost.read_group(p_tenant, p_group) g;
end $$;
comment on function milepost.put_group(text, text, text, text, timestamptz) is
  'Creates a group, or gives it another name and kind: a null kind is cleared. Its members stay.';
grant execute on function milepost.put_group(text, text, text, text, timestamptz) to milepost_app;
