import { call } from "./call.ts";
import type { GroupMemberRow } from "./putGroupMember.ts";
import type { GroupMemberResult, Queryable, Scope } from "./types.ts";

export interface PutGroupMembersInput {
  readonly group: string;
  /** Up to 10,000 ids. */
  readonly learners: readonly string[];
  /** From when on. Now when omitted; ahead of our clock it is clamped to now. */
  readonly joinedAt?: Date | undefined;
}

/**
 * {@link putGroupMember} for up to 10,000 learners; one result a learner, in order. A refused
 * learner fails alone.
 *
 * @throws {@link MilepostError} `group_not_found`, `batch_too_large`, `time_out_of_range`
 */
export async function putGroupMembers(
  db: Queryable,
  { group, learners, joinedAt }: PutGroupMembersInput,
  { tenant = "default", now }: Scope = {},
): Promise<GroupMemberResult[]> {
  const values = [tenant, group, learners, joinedAt ?? null, now ?? null];
  const rows = await call<GroupMemberRow>(db, "put_group_members", values, { group });
  return rows.map(({ status, code, joined_at }) =>
    status === "refused"
      ? { status, code: code ?? "id_out_of_range" }
      : { status, joinedAt: joined_at },
  );
}
