import { against, figure, table } from "./table.mjs";

/** What is asked, how it reads, and the milliseconds that are aimed at. */
const questions = [
  ["courses", "list of courses", 20],
  ["course", "one course", 20],
  ["lessons", "lessons: drop-off, reach, medians", 20],
  ["timeToComplete", "time to complete, from first access", 20],
  ["timeToCompleteEnrolled", "time to complete, from enrollment", 20],
  ["cohorts", "cohorts by month", 20],
  ["activity", "activity by week"],
  ["overdue", "overdue, first page", 20],
  ["overdueDeep", "overdue, deep page", 20],
  ["overdueForDays", "overdue for 8 to 30 days"],
  ["dueNext", "due next"],
  ["attemptsStalled", "who is stalled, of all courses"],
  ["attemptsCompletedInAWeek", "completed in a week, of all courses"],
  ["attemptsDueInAMonth", "due in a month, of all courses"],
  ["learnersByProgress", "learners by progress, first page", 20],
  ["learnersByProgressDeep", "learners by progress, deep page", 20],
  ["learnersByDue", "learners by deadline"],
  ["learnersByActivity", "learners by last activity"],
  ["learnersByName", "learners by name"],
  ["learnersByNameDeep", "learners by name, deep page"],
  ["learnersOverdue", "learners who are overdue"],
  ["learnersStoppedHere", "learners who stopped at one lesson"],
  ["finishersOfADay", "finishers who took a number of days"],
  ["learnersDueInAMonth", "learners due in a month"],
  ["courseMonthAgo", "one course as of a month ago", 2_000],
];

/** p50 / p95 at every size; the goal is for p95 at the largest. */
export function reportsTable({ reads }) {
  const sizes = Object.keys(reads);
  const largest = reads[sizes.at(-1)].reads;
  const asked = questions.filter(([name]) => name in largest);
  return table([
    ["", ...sizes.map((size) => figure(Number(size))), "goal (p95)"],
    // A run of before a question was asked has no figures of it.
    ...asked.map(([name, label, goal]) => [
      label,
      ...sizes.map((size) => {
        const { p50, p95 } = reads[size].reads[name];
        return `${figure(p50)} / ${figure(p95)}`;
      }),
      goal === undefined ? "" : `${figure(goal)} ${largest[name].p95 <= goal ? "✓" : "✗"}`,
    ]),
  ]);
}

export function plainTable({ reads }) {
  const sizes = Object.keys(reads);
  const asked = [
    ["course", "one course, its states alone"],
    ["lessons", "lessons"],
    ["timeToComplete", "time to complete"],
  ];
  return table([
    ["ms", ...sizes.map((size) => figure(Number(size)))],
    ...asked.map(([name, label]) => [
      label,
      ...sizes.map((size) => {
        const { p50, plain } = reads[size].reads[name];
        return `${figure(plain)} (${figure(plain / p50)}×)`;
      }),
    ]),
  ]);
}

export function writeCostTable({ writeCost }) {
  const { withoutPerSecond, withoutCountsPerSecond, withPerSecond, ratio } = writeCost;
  return table([
    ["", "completions per second", "ratio"],
    ["without counts and indexes of reports", figure(withoutPerSecond), "1"],
    [
      "without counts",
      figure(withoutCountsPerSecond),
      figure(withoutCountsPerSecond / withoutPerSecond),
    ],
    ["as it is", figure(withPerSecond), against(ratio, { least: 0.8 })],
  ]);
}

export function hotTable({ hot }) {
  return table([
    ["", "events per second", "ratio"],
    ["spread over a hundred courses", figure(hot.hundredEventsPerSecond), "1"],
    ["all in one course", figure(hot.hotEventsPerSecond), against(hot.ratio, { least: 0.9 })],
    ["deadlocks", figure(hot.deadlocks), ""],
  ]);
}
