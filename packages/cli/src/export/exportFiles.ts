import type { FileFormat } from "../files/readRows.ts";

/** The files of an export, by what they hold. */
export const exportFiles = {
  /** Written last: a folder that has it is a whole export. */
  manifest: "export.json",
  /** One line for each outline version of each course, oldest first. */
  outlines: "outlines.ndjson",
  learners: "learners.csv",
  groups: "groups.csv",
  /** Who belonged to which group, former members too. */
  memberships: "memberships.csv",
  /** In the order of the outlines: the attempts that were opened under each. */
  enrollments: "enrollments.csv",
  /** Of each seal its head, then the completions in it. */
  seals: "seals.ndjson",
  /** Completions in the order of the outlines, then a course's views after its last. */
  events: { csv: "events.csv", ndjson: "events.ndjson" } satisfies Record<FileFormat, string>,
} as const;
