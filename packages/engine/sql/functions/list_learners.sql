create or replace function milepost.list_learners(
  p_tenant text, p_search text, p_after_name text, p_after_id text, p_limit integer
) returns table (
  learner text, name text, email text, locale text, time_zone text, created_at timestamptz,
  name_key text
)
language plpgsql stable security definer
set search_path = milepost, pg_temp
set plan_cache_mode = force_custom_plan
set jit = off
-- A page ends its scan early: workers would begin one each, and take longer to start than it lasts.
set max_parallel_workers_per_gather = 0
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  v_tenant_id constant integer := milepost.enter(p_tenant);
  v_from      constant text collate "C" := lower(btrim(coalesce(p_search, '')));
  -- Behind whatever begins with it: no character comes after this one.
  v_to        constant text collate "C" := v_from || chr(1114111);
  v_name      constant text collate "C" := coalesce(p_after_name, '');
  v_id        constant text collate "C" := coalesce(p_after_id, '');
  -- Of two places to begin at an index takes one, and it may be the one far before the other.
  v_first     constant text collate "C" := greatest(v_name, v_from);
  v_first_id  constant text collate "C" := case when v_name < v_from then '' else v_id end;
  -- Whether more begin with it than are soon sorted, as where all ids begin alike.
  v_many_words constant boolean := v_from <> '' and 100000 < (
    select count(*) from (
      select from milepost.learner r
      where r.tenant_id = v_tenant_id and r.erased_at is null
        and r.name_from_second >= v_from and r.name_from_second < v_to
      limit 100001) m);
  v_many_ids  constant boolean := v_from <> '' and 100000 < (
    select count(*) from (
      select from milepost.learner r
      where r.tenant_id = v_tenant_id and r.erased_at is null
        and r.id_key >= v_from and r.id_key < v_to
      limit 100001) m);
begin
  if length(v_from) > 100 then
    perform milepost.refuse('text_out_of_range');
  end if;

  -- Few are looked up by what they begin with, and sorted: behind fences, or all learners would be
  -- gone through by name until enough fit (seen: 5 s among a million). Of many that is the shorter
  -- way.
  return query
  select r.external_id, r.name, r.email, r.locale, r.time_zone, r.created_at, p.name_key::text
  from (
    select h.*
    from (
      (select r.name_key, r.external_id, r.bucket from milepost.learner r
      where r.tenant_id = v_tenant_id and r.erased_at is null and r.name_key < v_to
        and (r.name_key, r.external_id collate "C") > (v_first, v_first_id)
      order by r.name_key, r.external_id collate "C" limit p_limit)
      union
      (select w.*
      from (
        select r.name_key, r.external_id, r.bucket from milepost.learner r
        where v_from <> '' and not v_many_words
          and r.tenant_id = v_tenant_id and r.erased_at is null
          and r.name_from_second >= v_from and r.name_from_second < v_to
        offset 0
      ) w
      where (w.name_key, w.external_id collate "C") > (v_name, v_id)
      order by w.name_key, w.external_id collate "C" limit p_limit)
      union
      (select w.*
      from (
        select r.name_key, r.external_id, r.bucket from milepost.learner r
        where v_from <> '' and r.tenant_id = v_tenant_id and r.erased_at is null
          and r.name_from_third >= v_from and r.name_from_third < v_to
        offset 0
      ) w
      where (w.name_key, w.external_id collate "C") > (v_name, v_id)
      order by w.name_key, w.external_id collate "C" limit p_limit)
      union
      (select w.*
      from (
        select r.name_key, r.external_id, r.bucket from milepost.learner r
        where v_from <> '' and not v_many_ids
          and r.tenant_id = v_tenant_id and r.erased_at is null
          and r.id_key >= v_from and r.id_key < v_to
        offset 0
      ) w
      where (w.name_key, w.external_id collate "C") > (v_name, v_id)
      order by w.name_key, w.external_id collate "C" limit p_limit)
      union
      (select r.name_key, r.external_id, r.bucket from milepost.learner r
      where (v_many_words or v_many_ids) and r.tenant_id = v_tenant_id and r.erased_at is null
        and (v_many_words and r.name_from_second >= v_from and r.name_from_second < v_to
          or v_many_ids and r.id_key >= v_from and r.id_key < v_to)
        and (r.name_key, r.external_id collate "C") > (v_name, v_id)
      order by r.name_key, r.external_id collate "C" limit p_limit)
    ) h
    order by h.name_key, h.external_id collate "C"
    limit p_limit
  ) p
  cross join lateral (
    select r.* from milepost.learner r
    where r.bucket = p.bucket and r.tenant_id = v_tenant_id and r.external_id = p.external_id
    offset 0
  ) r
  order by p.name_key, p.external_id collate "C";
end $$;
comment on function milepost.list_learners(text, text, text, text, integer) is
  'Learners by name and then id, a page: all of them, or those whose name, id or second or third '
  'word of the name begins with p_search. Who was erased is left out.';
grant execute on function milepost.list_learners(text, text, text, text, integer)
  to milepost_app;
