import type { LearnerSegment, LearnerState } from "../api/reports.ts";

/** What the states of an attempt are called. */
export const stateNames: Readonly<Record<LearnerState, string>> = {
  overdue: "Overdue",
  active: "Active",
  stalled: "Stalled",
  notStarted: "Not started",
  completed: "Completed",
  withdrawn: "Withdrawn",
  exempt: "Exempt",
};

/** What the parts of a lesson's viewers are called. */
export const segmentNames: Readonly<Record<LearnerSegment, string>> = {
  viewed: "viewed it",
  completed: "completed it",
  viewedNotCompleted: "viewed and did not complete it",
  stillActive: "are still active there",
  movedOn: "moved on",
  stoppedHere: "stopped there",
};
