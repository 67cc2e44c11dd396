import { type EventInput, recordEvents } from "@milepost/engine";
import { FieldReader } from "../files/FieldReader.ts";
import type { ImportKind } from "./ImportKind.ts";

/** An event and, in an export, where it stands in its course's history. */
export interface EventRow {
  readonly course: string | undefined;
  /** The version the course stood at when a completion was recorded; absent on a view. */
  readonly outlineVersion: number | undefined;
  readonly event: EventInput;
}

const fields = [
  "course",
  "outlineVersion",
  "type",
  "learner",
  "lesson",
  "at",
  "id",
  "attempt",
  "receivedAt",
] as const;
const known: ReadonlySet<string> = new Set(fields);

/** Views and completions, in the order in which they happened. */
export const eventKind: ImportKind<EventRow> = {
  fields,
  required: ["type", "learner", "lesson"],
  chunk: 5_000,
  read(given) {
    const row = new FieldReader(given, known);
    return {
      course: row.text("course"),
      outlineVersion: row.integer("outlineVersion", 1),
      event: {
        type: row.oneOf("type", ["lesson.viewed", "lesson.completed"]) ?? row.missing("type"),
        learner: row.requiredText("learner"),
        lesson: row.requiredText("lesson"),
        at: row.instant("at"),
        eventId: row.text("id"),
        attempt: row.integer("attempt", 1),
        receivedAt: row.instant("receivedAt"),
      },
    };
  },
  learnerOf: ({ event }) => event.learner,
  send: (db, items, scope) =>
    recordEvents(db, { events: items.map(({ event }) => event) }, { ...scope, source: "import" }),
};
