import type { LedgerEntry } from "@milepost/client";
import { secondsText } from "../../text/numbers.ts";
import { instantText, type Zone } from "../../text/times.ts";

/** What an entry of the ledger says, in words. */
export function entryText(
  { type, lesson, attempt, data }: LedgerEntry,
  titles: ReadonlyMap<string, string>,
): string {
  const title = lesson === null ? "a lesson" : `“${titles.get(lesson) ?? lesson}”`;
  switch (type) {
    case "enrollment.created":
      return attempt === null || attempt === 1 ? "Enrolled" : `Enrolled again, attempt ${attempt}`;
    case "enrollment.withdrawn":
      return "Withdrawn";
    case "enrollment.exempted":
      return "Exempted";
    case "enrollment.reinstated":
      return "Exemption taken back";
    case "deadline.moved":
      return moveText(data);
    case "lesson.completed":
      return `Completed ${title}`;
    case "lesson.completion_repeated":
      return `Reported ${title} complete again: the first completion stands`;
    case "course.completed":
      return data?.cause === "outline.changed"
        ? "Completed the course: an edit took out what was missing"
        : "Completed the course";
    case "outline.changed":
      return "The outline was changed";
    case "learner.erased":
      return "The learner was erased";
    case "progress.repaired":
      return "A stored number was repaired";
  }
}

function moveText(data: LedgerEntry["data"]): string {
  if (data?.from === null || data?.from === undefined) return "Deadline set";
  return data.to === null || data.to === undefined ? "Deadline taken away" : "Deadline moved";
}

/** The deadlines before and after a move, each in the zone it was stated in, or the page's. */
export function moveOf({ type, data }: LedgerEntry, zone: Zone): [string, string] | null {
  if (type !== "deadline.moved" || data === null) return null;
  return [
    deadlineText(data.from, data.fromTimeZone, zone),
    deadlineText(data.to, data.timeZone, zone),
  ];
}

function deadlineText(at: unknown, stated: unknown, zone: Zone): string {
  if (typeof at !== "string") return "none";
  const own = typeof stated === "string" ? { id: stated, label: stated } : zone;
  return `${instantText(at, own)} ${own.label}`;
}

/** How long an entry was on its way. */
export type Lateness = "late-arriving" | "delayed" | "prompt";

/** Metrics flag what arrives later than this. */
const trustMs = 72 * 3_600_000;
/** Sooner is the time that a request takes, and clocks that differ. */
const promptMs = 5 * 60_000;

/** Whether an entry was on its way for longer than it takes, and for how long. */
export function latenessOf({ occurredAt, receivedAt }: LedgerEntry): {
  readonly lateness: Lateness;
  /** Such as `2 h 5 min`. */
  readonly by: string;
} {
  const ms = Date.parse(receivedAt) - Date.parse(occurredAt);
  const lateness = ms > trustMs ? "late-arriving" : ms > promptMs ? "delayed" : "prompt";
  return { lateness, by: secondsText(Math.floor(ms / 1_000)) };
}

const sources: Readonly<Record<string, string>> = {
  api: "API",
  batch: "batch",
  import: "import",
  self: "first fact of the learner",
  sql: "SQL",
  outline: "outline edit",
  doctor: "milepost doctor",
};

/** Where an entry came from. */
export function sourceText(source: string): string {
  return sources[source] ?? source;
}
