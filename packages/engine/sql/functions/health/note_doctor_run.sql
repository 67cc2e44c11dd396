create or replace function milepost.note_doctor_run(
  p_tenant_id integer, p_ran_at timestamptz, p_is_repair boolean, p_differences bigint,
  p_remaining bigint, p_duration_ms bigint
) returns void
language plpgsql
as $$
begin
  insert into milepost.doctor_run as r (
    tenant_id, ran_at, is_repair, attempts, differences, remaining, duration_ms
  )
  select p_tenant_id, p_ran_at, p_is_repair, count(*), p_differences, p_remaining, p_duration_ms
  from milepost.enrollment e where e.tenant_id = p_tenant_id
  on conflict (tenant_id) do update set
    ran_at = excluded.ran_at, is_repair = excluded.is_repair, attempts = excluded.attempts,
    differences = excluded.differences, remaining = excluded.remaining,
    duration_ms = excluded.duration_ms;
end $$;
comment on function milepost.note_doctor_run(
  integer, timestamptz, boolean, bigint, bigint, bigint) is
  'Keeps what the doctor found in place of what it found before.';
