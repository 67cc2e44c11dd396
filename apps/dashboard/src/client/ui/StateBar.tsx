import type { CourseStates } from "@milepost/client";
import { countText } from "../text/numbers.ts";

/** The states of attempts in the order they are drawn: the same colour and pattern everywhere. */
export const stateParts = [
  { key: "completedOnTime", label: "Completed", state: "completed", tone: "done" },
  { key: "completedLate", label: "Completed late", state: "completed", tone: "late" },
  { key: "active", label: "Active", state: "active", tone: "active" },
  { key: "stalled", label: "Stalled", state: "stalled", tone: "stalled" },
  { key: "overdue", label: "Overdue", state: "overdue", tone: "overdue" },
  { key: "notStarted", label: "Not started", state: "notStarted", tone: "none" },
  { key: "withdrawn", label: "Withdrawn", state: "withdrawn", tone: "withdrawn" },
] as const;

type Counts = Readonly<Record<(typeof stateParts)[number]["key"], number>>;

/** The states of a course in the shape of its row in the courses report. */
export function countsOfRow(row: {
  completed: number;
  completedLate: number;
  inProgress: number;
  stalled: number;
  overdue: number;
  notStarted: number;
  withdrawn: number;
}): Counts {
  const { completed, completedLate, inProgress, ...rest } = row;
  return { ...rest, completedLate, completedOnTime: completed - completedLate, active: inProgress };
}

/** One bar of a whole course, by the share of its attempts in each state. */
export function StateBar({
  counts,
  size = "small",
}: {
  counts: Counts | CourseStates;
  size?: "small" | "large";
}) {
  const total = stateParts.reduce((sum, { key }) => sum + counts[key], 0);
  const said = stateParts
    .filter(({ key }) => counts[key] > 0)
    .map(({ key, label }) => `${label} ${countText(counts[key])}`)
    .join(", ");
  return (
    <div className={`md-bar md-bar-${size}`} role="img" aria-label={said || "Nobody enrolled"}>
      {total === 0
        ? null
        : stateParts.map(({ key, tone }) =>
            counts[key] === 0 ? null : (
              <span
                key={key}
                className={`md-tone-${tone}`}
                style={{ flexGrow: counts[key] }}
                aria-hidden
              />
            ),
          )}
    </div>
  );
}
