create or replace function milepost.erase_learner(
  p_tenant text, p_learner text, p_actor text default null, p_now timestamptz default null
) returns table (erased_at timestamptz, kept_completions bigint)
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
  v_bucket    constant smallint := milepost.bucket_of(p_tenant, p_learner);
  v_id        bigint;
begin
  update milepost.learner r set
    external_id = null, name = null, email = null, locale = null, time_zone = null,
    seal_salt = null, seal_mark = milepost.learner_mark(r.seal_salt, r.external_id),
    erased_at = v_now
  where r.bucket = v_bucket and r.tenant_id = v_tenant_id and r.external_id = p_learner
  returning r.learner_id into v_id;
  if not found then
    perform milepost.refuse('learner_not_found');
  end if;

  -- A client's event ids and people's reasons may name the learner; nothing else outside this row
  -- can.
  delete from milepost.event_receipt er where er.bucket = v_bucket and er.learner_id = v_id;
  perform from milepost.enrollment e
  where e.bucket = v_bucket and e.learner_id = v_id
    and (e.withdrawn_reason is not null or e.exempted_reason is not null)
  order by e.bucket, e.enrollment_id
  for update;
  update milepost.enrollment e set withdrawn_reason = null, exempted_reason = null
  where e.bucket = v_bucket and e.learner_id = v_id
    and (e.withdrawn_reason is not null or e.exempted_reason is not null);
  update milepost.progress_event pe set client_event_id = null, reason = null
  where pe.bucket = v_bucket and pe.learner_id = v_id
    and (pe.client_event_id is not null or pe.reason is not null);
  -- An answer kept for a repeated post is no fact, and may quote the id.
  delete from milepost.idempotent_answer a
  where a.tenant_id = v_tenant_id and strpos(a.body, to_json(p_learner)::text) > 0;
  insert into milepost.progress_event (
    bucket, tenant_id, type, learner_id, occurred_at, received_at, source, actor
  ) values (v_bucket, v_tenant_id, 'learner.erased', v_id, v_now, v_now, 'api', p_actor);

  return query
  select v_now, count(lp.completed_at)
  from milepost.enrollment e
  join milepost.lesson_progress lp on lp.bucket = e.bucket and lp.enrollment_id = e.enrollment_id
  where e.bucket = v_bucket and e.learner_id = v_id;
end $$;
comment on function milepost.erase_learner(text, text, text, timestamptz) is
  'Takes the person out: the id is unknown afterwards, and what they did stays under a number. '
  'Counts and completions do not change.';
grant execute on function milepost.erase_learner(text, text, text, timestamptz) to milepost_app;
