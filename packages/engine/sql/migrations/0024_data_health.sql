-- Whether it is the data or the people: what came in, from where and with what outcome, and what
-- the doctor found last. What was refused leaves nothing in the ledger, and little of what was told
-- twice does, so servers count it as they answer.

create table milepost.intake (
  tenant_id        integer     not null,
  hour             timestamptz not null,
  source           text        not null,
  outcome          text        not null,
  code             text,
  n                integer     not null,
  clamped          integer     not null,
  last_at          timestamptz not null,
  last_occurred_at timestamptz,
  lags             integer[]   not null,

  constraint intake_unique unique nulls not distinct (tenant_id, hour, source, outcome, code),
  constraint intake_of_tenant foreign key (tenant_id) references milepost.tenant (tenant_id),
  constraint intake_hour_is_whole check (mod(extract(epoch from hour), 3600) = 0),
  constraint intake_source_length check (length(source) between 1 and 255),
  constraint intake_outcome_known check (outcome in ('recorded', 'unchanged', 'refused')),
  constraint intake_code_of_refused check ((code is null) = (outcome <> 'refused')),
  constraint intake_code_length check (length(code) between 1 and 100),
  constraint intake_counts_something check (n > 0),
  constraint intake_clamped_within check (clamped between 0 and n),
  constraint intake_lags_bins check (cardinality(lags) <= 32)
);
comment on table milepost.intake is
  'How many facts and enrollments servers answered in an hour, by where they came from and what '
  'became of them. Counts for people to look at, kept for 30 days: no other number follows from '
  'them, and a server that dies takes its last seconds of them along.';
comment on column milepost.intake.hour is 'The hour it was answered in, by the server''s clock.';
comment on column milepost.intake.source is
  'An API key''s name, or the role of a token, or open: nobody''s id stands here.';
comment on column milepost.intake.outcome is
  'recorded; unchanged, since it was known already; or refused.';
comment on column milepost.intake.code is 'The refusal; null for what was not refused.';
comment on column milepost.intake.clamped is 'How many had a time ahead of the server''s clock.';
comment on column milepost.intake.last_at is 'When the last of them was answered.';
comment on column milepost.intake.last_occurred_at is
  'The latest time at which one of them occurred; null for enrollments and for what was refused.';
comment on column milepost.intake.lags is
  'How many facts were recorded so long after they occurred: in the first place those under a '
  'second, in place k those from 2^(k-2) to 2^(k-1) seconds. Shorter where the rest is 0.';

create table milepost.doctor_run (
  tenant_id   integer     not null,
  ran_at      timestamptz not null,
  is_repair   boolean     not null,
  attempts    bigint      not null,
  differences bigint      not null,
  remaining   bigint      not null,
  duration_ms bigint      not null,

  constraint doctor_run_pk primary key (tenant_id),
  constraint doctor_run_of_tenant foreign key (tenant_id) references milepost.tenant (tenant_id),
  constraint doctor_run_not_negative check (
    least(attempts, differences, remaining, duration_ms) >= 0
  )
);
comment on table milepost.doctor_run is 'What the doctor found in a tenant when it last ran.';
comment on column milepost.doctor_run.ran_at is 'When it began.';
comment on column milepost.doctor_run.is_repair is 'Whether it was to mend what it found.';
comment on column milepost.doctor_run.attempts is 'How many attempts it looked at.';
comment on column milepost.doctor_run.differences is
  'How many stored numbers did not follow from the facts.';
comment on column milepost.doctor_run.remaining is 'How many of them it did not mend.';
comment on column milepost.doctor_run.duration_ms is 'How long it took.';

do $$
declare
  v_table text;
begin
  foreach v_table in array array['intake', 'doctor_run'] loop
    execute format('alter table milepost.%I enable row level security', v_table);
    execute format('alter table milepost.%I force row level security', v_table);
    execute format(
      'create policy %I on milepost.%I using (tenant_id = (select milepost.current_tenant_id()))',
      v_table || '_of_current_tenant', v_table
    );
  end loop;
end $$;
