import { type EventInput, recordEvents } from "@milepost/engine";
import { FieldReader } from "../files/FieldReader.ts";
import type { ImportKind, ItemResult } from "./ImportKind.ts";

/** An event and, in an export, where it stands in its course's history. */
export interface EventRow {
  readonly course: string | undefined;
  /** The version the course stood at when a completion was recorded; absent on a view. */
  readonly outlineVersion: number | undefined;
  readonly event: EventInput;
  readonly source: string;
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
  "source",
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
      source: row.text("source", 100) ?? "import",
    };
  },
  learnerOf: ({ event }) => event.learner,
  async send(db, items, scope) {
    const results: ItemResult[] = [];
    for (const { source, events } of bySource(items)) {
      results.push(...(await recordEvents(db, { events }, { ...scope, source })));
    }
    return results;
  },
};

/**
 * A call has one source, so a chunk is one call where its rows have the same, as those of a person
 * have.
 */
function bySource(items: readonly EventRow[]): { source: string; events: EventInput[] }[] {
  const runs: { source: string; events: EventInput[] }[] = [];
  for (const { source, event } of items) {
    const last = runs.at(-1);
    if (last?.source === source) last.events.push(event);
    else runs.push({ source, events: [event] });
  }
  return runs;
}
