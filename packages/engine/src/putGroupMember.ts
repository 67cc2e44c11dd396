import { callOne } from "./callOne.ts";
import { MilepostError } from "./MilepostError.ts";
import type { RefusalCode } from "./refusals.ts";
import type { GroupMembership, Outcome, Queryable, Scope } from "./types.ts";

/** What became of one learner of a call of `put_group_members`. */
export interface GroupMemberRow {
  status: Outcome | "refused";
  code: RefusalCode | null;
  joined_at: Date;
}

export interface PutGroupMemberInput {
  readonly group: string;
  readonly learner: string;
  /** From when on. Now when omitted; ahead of our clock it is clamped to now. */
  readonly joinedAt?: Date | undefined;
}

/**
 * Makes a learner a member of a group; one who is already is left as they are. An unknown learner
 * is created bare. A membership begins no earlier than the one before it ended.
 *
 * @throws {@link MilepostError} `group_not_found`, `id_out_of_range`, `time_out_of_range`;
 * `learner_not_found` where the learner was being erased
 */
export async function putGroupMember(
  db: Queryable,
  { group, learner, joinedAt }: PutGroupMemberInput,
  { tenant = "default", now }: Scope = {},
): Promise<GroupMembership> {
  const values = [tenant, group, [learner], joinedAt ?? null, now ?? null];
  const subject = { group, learner };
  const row = await callOne<GroupMemberRow>(db, "put_group_members", values, subject);
  if (row.code !== null) throw new MilepostError(row.code, { learner });
  const outcome = row.status === "recorded" ? "recorded" : "unchanged";
  return { outcome, group, learner, joinedAt: row.joined_at, leftAt: null };
}
