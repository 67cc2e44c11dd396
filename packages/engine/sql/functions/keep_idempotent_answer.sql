create or replace function milepost.keep_idempotent_answer(
  p_tenant text, p_key text, p_status smallint, p_body text
) returns void
language plpgsql security definer
set search_path = milepost, pg_temp
as $$
declare
  v_tenant_id  constant integer := milepost.enter(p_tenant);
  v_claimed_at timestamptz;
begin
  update milepost.idempotent_answer a set status = p_status, body = p_body
  where a.tenant_id = v_tenant_id and a.key = p_key
  returning a.created_at into v_claimed_at;
  -- Whoever writes sweeps a little, so that no job has to. By the time of the claim, which may be
  -- the caller's: by the clock, an answer given in a test's past would sweep itself.
  delete from milepost.idempotent_answer a
  where (a.tenant_id, a.key) in (
    select old.tenant_id, old.key from milepost.idempotent_answer old
    where old.created_at < v_claimed_at - interval '1 day'
    order by old.created_at
    limit 10
    for update skip locked
  );
end $$;
comment on function milepost.keep_idempotent_answer(text, text, smallint, text) is
  'Stores the answer to a request that claimed an Idempotency-Key, in the transaction of its act.';
grant execute on function milepost.keep_idempotent_answer(text, text, smallint,
  text) to milepost_app;
