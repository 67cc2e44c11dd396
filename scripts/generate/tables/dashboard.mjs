import { figure, table } from "./table.mjs";

const names = {
  overview: "Overview",
  courses: "Courses",
  course: "a course, its states",
  lessons: "a course, its lessons",
  time: "a course, its curve",
  learners: "a course's learners by progress",
  overdue: "Deadlines, who is overdue",
  stalled: "Learners, who is stalled at any course",
  people: "Learners, everybody",
};

export function dashboardTable(result) {
  // A run of before a page was there has no figures of it.
  const measured = Object.entries(names).filter(([key]) => key in result);
  const rows = measured.map(([key, name]) => {
    const { apiMs, rowsAfterMs, rowsAfterP95Ms, ratio } = result[key];
    const verdict = rowsAfterMs <= 300 ? "✓" : "missed";
    const after = `${figure(rowsAfterMs)} ms (goal 300 ${verdict})`;
    return [
      name,
      `${figure(apiMs)} ms`,
      after,
      `${figure(rowsAfterP95Ms)} ms`,
      `${figure(ratio)}×`,
    ];
  });
  return table([
    [
      `${result.attempts.toLocaleString("en")} attempts`,
      "its report in the browser, p50",
      "first rows after it, p50",
      "p95 of ten",
      "both ÷ the report",
    ],
    ...rows,
  ]);
}
