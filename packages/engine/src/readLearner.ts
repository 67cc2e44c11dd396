import { callOne } from "./callOne.ts";
import type { LearnerProfile } from "./listLearners.ts";
import type { Queryable, Scope } from "./types.ts";

/** That a learner belongs or belonged to a group. */
export interface LearnerMembership {
  readonly group: string;
  readonly name: string;
  readonly kind: string | null;
  readonly joinedAt: Date;
  /** Null while it goes on. */
  readonly leftAt: Date | null;
}

export interface LearnerDetail extends LearnerProfile {
  /** The latest first. */
  readonly groups: LearnerMembership[];
}

interface Row {
  learner: string;
  name: string | null;
  email: string | null;
  locale: string | null;
  time_zone: string | null;
  created_at: Date;
  memberships: (Omit<LearnerMembership, "joinedAt" | "leftAt"> & {
    joinedAt: string;
    leftAt: string | null;
  })[];
}

/**
 * A learner's profile, with the groups they belong or belonged to.
 *
 * @throws {@link MilepostError} `learner_not_found`
 */
export async function readLearner(
  db: Queryable,
  { learner }: { learner: string },
  { tenant = "default" }: Scope = {},
): Promise<LearnerDetail> {
  const row = await callOne<Row>(db, "read_learner", [tenant, learner], { learner });
  return {
    id: row.learner,
    name: row.name,
    email: row.email,
    locale: row.locale,
    timeZone: row.time_zone,
    groups: row.memberships.map(({ group, name, kind, joinedAt, leftAt }) => ({
      group,
      name,
      kind,
      joinedAt: new Date(joinedAt),
      leftAt: leftAt === null ? null : new Date(leftAt),
    })),
    createdAt: row.created_at,
  };
}
