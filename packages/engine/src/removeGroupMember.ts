import { callOne } from "./callOne.ts";
import type { GroupMembership, Outcome, Queryable, Scope } from "./types.ts";

export interface RemoveGroupMemberInput {
  readonly group: string;
  readonly learner: string;
  /** From when on no longer. Now when omitted; ahead of our clock it is clamped to now. */
  readonly leftAt?: Date | undefined;
}

/**
 * Ends a learner's membership of a group and answers the last one on record. One that would end no
 * later than it began is taken out. Who is no member is left as they are.
 *
 * @throws {@link MilepostError} `group_not_found`, `learner_not_found`, `time_out_of_range`
 */
export async function removeGroupMember(
  db: Queryable,
  { group, learner, leftAt }: RemoveGroupMemberInput,
  { tenant = "default", now }: Scope = {},
): Promise<GroupMembership> {
  const row = await callOne<{ status: Outcome; joined_at: Date | null; left_at: Date | null }>(
    db,
    "remove_group_member",
    [tenant, group, learner, leftAt ?? null, now ?? null],
    { group, learner },
  );
  return { outcome: row.status, group, learner, joinedAt: row.joined_at, leftAt: row.left_at };
}
