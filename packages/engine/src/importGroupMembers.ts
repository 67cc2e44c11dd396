import { call } from "./call.ts";
import type { GroupMembershipRecord } from "./exportGroupMembers.ts";
import type { ImportResult } from "./importEnrollments.ts";
import { storableText } from "./storableText.ts";
import type { Outcome, Queryable, Scope } from "./types.ts";

/**
 * Moves up to 5,000 memberships of groups in, with when they began and ended, in one transaction;
 * one result each, in order. What is there already stays: one that overlaps another of its learner
 * and group is refused as `membership_overlaps`, unless it is the same.
 *
 * @throws {@link MilepostError} `tenant_not_found`, `batch_too_large`
 */
export async function importGroupMembers(
  db: Queryable,
  { memberships }: { memberships: readonly GroupMembershipRecord[] },
  { tenant = "default", now }: Scope = {},
): Promise<ImportResult[]> {
  const rows = await call<{ status: Outcome | "refused"; code: string | null }>(
    db,
    "import_group_members",
    [
      tenant,
      memberships.map(({ group }) => storableText(group)),
      memberships.map(({ learner }) => storableText(learner)),
      memberships.map(({ joinedAt }) => joinedAt),
      memberships.map(({ leftAt }) => leftAt),
      now ?? null,
    ],
  );
  return rows.map(({ status, code }) =>
    status === "refused" ? { status, code: code ?? "" } : { status },
  );
}
