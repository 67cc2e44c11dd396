/** What the ledger records; docs/concepts.md says when each is written. */
export const ledgerEntryTypes = [
  "enrollment.created",
  "enrollment.withdrawn",
  "enrollment.exempted",
  "enrollment.reinstated",
  "deadline.moved",
  "lesson.completed",
  "lesson.completion_repeated",
  "course.completed",
  "outline.changed",
  "learner.erased",
  "progress.repaired",
] as const;
