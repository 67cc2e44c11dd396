import { type BrokenConstraint, copyOf, enterNowhere } from "./BrokenConstraint.ts";

const view = "update milepost.saved_view set";
const intake = "update milepost.intake set";

/** The rules of what the dashboard keeps, and of what is counted for its data health. */
export const dashboardConstraints: readonly BrokenConstraint[] = [
  {
    constraint: "saved_view_pk",
    rule: "a saved view's number is its own",
    sql: copyOf("saved_view", { is_default: false }),
  },
  {
    constraint: "saved_view_one_default",
    rule: "a page opens with one view",
    sql: copyOf("saved_view", { view_id: 999 }),
  },
  {
    constraint: "saved_view_of_tenant",
    rule: "a saved view is of a tenant that exists",
    sql: `${enterNowhere} insert into milepost.saved_view (tenant_id, owner, name, page, query,
        visibility, is_default, created_at, updated_at)
      values (999, 'open', 'Mine', 'courses', '', 'me', false, now(), now())`,
  },
  {
    constraint: "saved_view_owner_length",
    rule: "a saved view has an owner",
    sql: `${view} owner = ''`,
  },
  {
    constraint: "saved_view_name_length",
    rule: "a saved view's name has up to 100 characters",
    sql: `${view} name = repeat('x', 101)`,
  },
  {
    constraint: "saved_view_page_length",
    rule: "a saved view is of a page",
    sql: `${view} page = ''`,
  },
  {
    constraint: "saved_view_query_length",
    rule: "a saved view's query has up to 2,000 characters",
    sql: `${view} query = repeat('x', 2001)`,
  },
  {
    constraint: "saved_view_visibility_known",
    rule: "a saved view is its owner's or everyone's",
    sql: `${view} visibility = 'some'`,
  },
  {
    constraint: "intake_unique",
    rule: "what came to the same within an hour is counted in one place",
    sql: copyOf("intake", { n: 7 }),
  },
  {
    constraint: "intake_of_tenant",
    rule: "what comes in is counted in a tenant that exists",
    sql: `${enterNowhere} insert into milepost.intake (tenant_id, hour, source, outcome, n,
        clamped, last_at, lags)
      values (999, '2026-03-01T09:00:00Z', 'lms', 'recorded', 1, 0, now(), '{}')`,
  },
  {
    constraint: "intake_hour_is_whole",
    rule: "what comes in is counted by whole hours",
    sql: `${intake} hour = '2026-03-01T09:30:00Z'`,
  },
  {
    constraint: "intake_source_length",
    rule: "what comes in comes from somewhere",
    sql: `${intake} source = ''`,
  },
  {
    constraint: "intake_outcome_known",
    rule: "what comes in is recorded, known already or refused",
    sql: `${intake} outcome = 'lost'`,
  },
  {
    constraint: "intake_code_of_refused",
    rule: "what is refused says why",
    sql: `${intake} outcome = 'refused'`,
  },
  {
    constraint: "intake_code_length",
    rule: "a refusal has a code",
    sql: `${intake} outcome = 'refused', code = ''`,
  },
  {
    constraint: "intake_counts_something",
    rule: "what is counted came in",
    sql: `${intake} n = 0`,
  },
  {
    constraint: "intake_clamped_within",
    rule: "no more facts are clamped than came in",
    sql: `${intake} clamped = n + 1`,
  },
  {
    constraint: "intake_lags_bins",
    rule: "how late facts came is told in 32 bins",
    sql: `${intake} lags = array_fill(1, array[33])`,
  },
  {
    constraint: "doctor_run_pk",
    rule: "of a tenant the doctor's last run is kept",
    sql: copyOf("doctor_run", { attempts: 7 }),
  },
  {
    constraint: "doctor_run_of_tenant",
    rule: "the doctor runs in a tenant that exists",
    sql: `${enterNowhere} insert into milepost.doctor_run (tenant_id, ran_at, is_repair, attempts,
        differences, remaining, duration_ms)
      values (999, now(), false, 1, 0, 0, 5)`,
  },
  {
    constraint: "doctor_run_not_negative",
    rule: "the doctor finds no less than nothing",
    sql: "update milepost.doctor_run set remaining = -1",
  },
];
