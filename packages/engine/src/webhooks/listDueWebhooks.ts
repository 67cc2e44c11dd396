import { call } from "../call.ts";
import type { Queryable, Scope } from "../types.ts";

/** A webhook that has something to be sent, and its tenant. */
export interface DueWebhook {
  readonly tenant: string;
  readonly webhook: string;
}

export interface DueWebhooksRequest {
  /** `next` of the call before. */
  readonly after?: string | null | undefined;
  /** Of how many tenants to look at, so that a call stays short; 200 when omitted. */
  readonly limit?: number | undefined;
  /** Look at these alone. */
  readonly tenants?: readonly string[] | undefined;
}

/**
 * The webhooks of all tenants that have something to be sent and that nobody is sending to: whom a
 * server may lease.
 *
 * @returns `next`: where to go on, or null where that were all tenants
 */
export async function listDueWebhooks(
  db: Queryable,
  { after, limit = 200, tenants }: DueWebhooksRequest = {},
  { now }: Pick<Scope, "now"> = {},
): Promise<{ due: DueWebhook[]; next: string | null }> {
  const rows = await call<{ tenant: string | null; webhook_id: string | null }>(
    db,
    "due_webhooks",
    [after ?? null, limit, tenants ?? null, now ?? null],
  );
  const due = rows.flatMap(({ tenant, webhook_id: webhook }) =>
    tenant === null || webhook === null ? [] : [{ tenant, webhook }],
  );
  return { due, next: rows.at(-1)?.tenant ?? null };
}
