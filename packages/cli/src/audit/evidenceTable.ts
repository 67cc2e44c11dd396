import type { Evidence } from "@milepost/engine";
import { csvLine } from "../files/csvLine.ts";

const columns = [
  "learner",
  "course",
  "attempt",
  "lesson",
  "type",
  "outlineVersion",
  "completedAt",
  "receivedAt",
  "source",
  "seal",
  "place",
] as const;

type Leaf = readonly [
  format: string,
  type: string,
  mark: string,
  course: string,
  attempt: number,
  lesson: string | null,
  outlineVersion: number | null,
  occurredAt: string,
  receivedAt: string,
  source: string | null,
];

/** Completions as CSV, with nothing in it that is not in what was sealed, but for learners' ids. */
export function evidenceTable(completions: readonly Evidence[]): string {
  return csvLine(columns) + completions.map(lineOf).join("");
}

function lineOf({ learner, leaf, seal, place }: Evidence): string {
  const [, type, , course, attempt, lesson, ...rest] = JSON.parse(leaf) as Leaf;
  const values = [learner, course, attempt, lesson, type, ...rest, seal, place];
  return csvLine(
    values.map((value) => (typeof value === "string" ? spreadsheetText(value) : value)),
  );
}

/** A pack is for people and their spreadsheets, which would take such a text for a formula. */
function spreadsheetText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
