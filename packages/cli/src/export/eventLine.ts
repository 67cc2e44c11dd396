import type { EventRecord } from "@milepost/engine";
import { csvLine } from "../files/csvLine.ts";
import type { FileFormat } from "../files/readRows.ts";

/** The columns of an exported `events.csv`. */
export const eventColumns = [
  "course",
  "outlineVersion",
  "type",
  "learner",
  "lesson",
  "at",
  "attempt",
  "receivedAt",
  "source",
] as const;

/** A fact as a line of the events file. @param outlineVersion - null for a view */
export function eventLine(
  { type, learner, lesson, at, attempt, receivedAt, source }: EventRecord,
  { course, outlineVersion }: { course: string; outlineVersion: number | null },
  format: FileFormat,
): string {
  const event = { course, outlineVersion, type, learner, lesson, at, attempt, receivedAt, source };
  if (format === "csv") return csvLine(eventColumns.map((column) => event[column]));
  return `${JSON.stringify({ ...event, outlineVersion: outlineVersion ?? undefined })}\n`;
}
