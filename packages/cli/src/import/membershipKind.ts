import { type GroupMembershipRecord, importGroupMembers } from "@milepost/engine";
import { FieldReader } from "../files/FieldReader.ts";
import type { ImportKind } from "./ImportKind.ts";

/** Columns of a memberships file, in the order in which an export writes them. */
export const membershipFields = ["group", "learner", "joinedAt", "leftAt"] as const;
const known: ReadonlySet<string> = new Set(membershipFields);

/** Who belonged to which group, and from when until when. */
export const membershipKind: ImportKind<GroupMembershipRecord> = {
  fields: membershipFields,
  required: ["group", "learner", "joinedAt"],
  chunk: 1_000,
  read(given) {
    const row = new FieldReader(given, known);
    return {
      group: row.requiredText("group"),
      learner: row.requiredText("learner"),
      joinedAt: row.instant("joinedAt") ?? row.missing("joinedAt"),
      leftAt: row.instant("leftAt") ?? null,
    };
  },
  learnerOf: ({ learner }) => learner,
  send: (db, memberships, scope) => importGroupMembers(db, { memberships }, scope),
};
