import { type BrokenConstraint, copyOf, enterNowhere } from "./BrokenConstraint.ts";

const webhook = "update milepost.webhook set";
const delivery = "update milepost.webhook_delivery set";

/** The rules of webhooks and of what did not arrive at them. */
export const webhookConstraints: readonly BrokenConstraint[] = [
  {
    constraint: "webhook_pk",
    rule: "a webhook's number is its own",
    sql: copyOf("webhook", {}),
  },
  {
    constraint: "webhook_in_tenant",
    rule: "what points at a webhook and its tenant finds one",
    sql: `alter table milepost.webhook drop constraint webhook_pk; ${copyOf("webhook", {})}`,
  },
  {
    constraint: "webhook_of_tenant",
    rule: "a webhook is of a tenant that exists",
    sql: `${enterNowhere} insert into milepost.webhook (
        tenant_id, tenant, url, created_at, sent_no, next_round_at)
      values (999, 'nowhere', 'https://receiver.example/', now(), 0, now())`,
  },
  {
    constraint: "webhook_url_length",
    rule: "a webhook's URL has up to 2,000 characters",
    sql: `${webhook} url = 'https://receiver.example/' || repeat('x', 2000)`,
  },
  {
    constraint: "webhook_url_is_http",
    rule: "a webhook's URL holds no credentials",
    sql: `${webhook} url = 'https://name:word@receiver.example/'`,
  },
  {
    constraint: "webhook_description_length",
    rule: "a webhook's description is not empty",
    sql: `${webhook} description = ''`,
  },
  {
    constraint: "webhook_types_some",
    rule: "a webhook that is sent some types is sent one at least",
    sql: `${webhook} types = '{}'`,
  },
  {
    constraint: "webhook_disabled_for_a_reason",
    rule: "a webhook that is disabled says why",
    sql: `${webhook} disabled_at = now()`,
  },
  {
    constraint: "webhook_disabled_reason_known",
    rule: "a webhook is disabled for a reason that is known",
    sql: `${webhook} disabled_at = now(), disabled_reason = 'whim'`,
  },
  {
    constraint: "webhook_secret_version_from_one",
    rule: "secrets are numbered from 1",
    sql: `${webhook} secret_version = 0`,
  },
  {
    constraint: "webhook_sent_not_negative",
    rule: "a webhook has come to a place of the feed",
    sql: `${webhook} sent_no = -1`,
  },
  {
    constraint: "webhook_failed_rounds_not_negative",
    rule: "rounds that came to nothing are counted from none",
    sql: `${webhook} failed_rounds = -1`,
  },
  {
    constraint: "webhook_leased_until_an_end",
    rule: "a lease has an end",
    sql: `${webhook} leased_until = null`,
  },
  {
    constraint: "webhook_delivery_pk",
    rule: "an event fails to arrive at a webhook in one row",
    sql: copyOf("webhook_delivery", { attempts: 7 }),
  },
  {
    constraint: "webhook_delivery_of_webhook",
    rule: "a delivery is to a webhook that exists",
    sql: copyOf("webhook_delivery", { webhook_id: 999 }),
  },
  {
    constraint: "webhook_delivery_attempts_not_negative",
    rule: "attempts are counted from none",
    sql: `${delivery} attempts = -1`,
  },
  {
    constraint: "webhook_delivery_due_or_given_up",
    rule: "a delivery that is given up is not due",
    sql: `${delivery} given_up_at = now()`,
  },
  {
    constraint: "webhook_delivery_error_length",
    rule: "why a delivery failed is said in few words",
    sql: `${delivery} last_error = repeat('x', 201)`,
  },
];
