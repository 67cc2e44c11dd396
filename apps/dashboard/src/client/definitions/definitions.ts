/** What a number means, in the words it is shown with beside the number itself. */
export interface Definition {
  readonly name: string;
  readonly formula: string;
  /** Who is left out, and why that is not hidden. */
  readonly excludes: string;
}

const population =
  "Current attempts. Left out: attempts withdrawn within 24 hours of enrollment, taken as " +
  "enrolled by mistake.";

/** Every number that the dashboard shows with an ⓘ. The definitions' version is in each answer. */
export const definitions = {
  overdue: {
    name: "Overdue",
    formula: "Attempts whose deadline has passed, and that are not completed, exempt or withdrawn.",
    excludes: "Completed exactly at the deadline is on time. Without a deadline, never overdue.",
  },
  dueSoon: {
    name: "Due in 7 days, at risk",
    formula:
      "Attempts due within 7 days that are not started, or whose required lessons left × the " +
      "course's median time per lesson is longer than the time left.",
    excludes: "Completed, exempt, withdrawn and already overdue attempts.",
  },
  completedRecently: {
    name: "Completed in the last 7 full days",
    formula: "Attempts completed in the 7 days before today, in the organisation's zone.",
    excludes: "Today, which is not over. The change is against the 7 days before those.",
  },
  stalled: {
    name: "Stalled",
    formula: "Started, not completed, not overdue, and nothing viewed or completed for 7 days.",
    excludes: "They may come back: they are never counted as drop-outs.",
  },
  enrolled: {
    name: "Enrolled",
    formula: "Counted attempts, of every state.",
    excludes: population,
  },
  completionRate: {
    name: "Completion rate",
    formula: "Completed ÷ (enrolled − exempt).",
    excludes: `${population} Exempt attempts are counted separately; withdrawn ones stay in.`,
  },
  matured: {
    name: "Matured completion",
    formula: "Completed within N days of enrollment ÷ attempts that are at least N days old.",
    excludes: "Attempts too young to tell; how many those are is said beside it.",
  },
  medianDays: {
    name: "Median time to complete",
    formula:
      "Days from first access by which half have completed: where the Aalen–Johansen incidence " +
      "curve reaches 50 %.",
    excludes:
      "Nobody for still going: unfinished attempts count for as long as they have been seen. " +
      "Exempt attempts and completions without a first access are left out.",
  },
  onTimeRate: {
    name: "On-time rate",
    formula: "Completed by the deadline ÷ attempts whose deadline has come.",
    excludes: "Exempt attempts, and those without a deadline.",
  },
  dropOff: {
    name: "Drop-off",
    formula: "Viewed and not completed ÷ viewed.",
    excludes:
      "Whoever did not view the lesson. Settled drop-off leaves out those still active there.",
  },
  stoppedHere: {
    name: "Stopped here",
    formula:
      "Viewed, not completed, no later lesson touched and silent for at least 14 days ÷ viewed.",
    excludes: "Those still active at the lesson, and those who moved on to a later one.",
  },
  reach: {
    name: "Reach",
    formula: "Viewed ÷ attempts for which the lesson was available.",
    excludes: "Attempts that were over before the lesson was published.",
  },
  lessonTime: {
    name: "Median lesson time",
    formula: "Half of those who completed the lesson did so within this time of first viewing it.",
    excludes: "Later views.",
  },
  incidence: {
    name: "Completed by day",
    formula:
      "Aalen–Johansen cumulative incidence of completion, withdrawal as a competing event; " +
      "Greenwood's interval of 95 % by log(−log).",
    excludes: "Exempt attempts. The curve ends where fewer than 10 are still at risk.",
  },
  finishers: {
    name: "Finishers only",
    formula: "Days that those took who have finished, of attempts old enough to tell.",
    excludes: "Everyone still going: it is shorter than what a new learner should expect.",
  },
  cohort: {
    name: "Cohort",
    formula: "Attempts by the week or month of enrollment, in the organisation's zone.",
    excludes: "Days that not all of a cohort have reached are hatched, not shown as low.",
  },
  ledger: {
    name: "Ledger",
    formula: "Entries of everything that was recorded, in the order in which it was committed.",
    excludes: "Nothing: it is only ever added to.",
  },
  summaries: {
    name: "Reports",
    formula: "Changes that are yet to be added to the sums that reports read.",
    excludes: "Reports count waiting changes too: this is work to do, not a delay.",
  },
  webhooks: {
    name: "Webhooks",
    formula: "Receivers that are told of what is recorded. Failing: the last delivery failed.",
    excludes: "Disabled ones.",
  },
  doctor: {
    name: "Last check",
    formula:
      "What milepost doctor found when it last compared every stored number with the facts it " +
      "follows from.",
    excludes: "What it repaired by itself, when it was told to.",
  },
  progress: {
    name: "Progress percentage",
    formula: "Completed required lessons ÷ required lessons × 100.",
    excludes:
      "Optional and retired lessons. Rounded down, and never 100 before all lessons are complete.",
  },
} as const satisfies Record<string, Definition>;

export type DefinitionName = keyof typeof definitions;
