import { type EventInput, mergeEvents, recordEvents } from "@milepost/engine";
import { copyLines } from "../database/copyLines.ts";
import { inTransaction } from "../database/inTransaction.ts";
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

/** Of one call of recordEvents. */
const chunk = 5_000;

/** Views and completions, in the order in which they happened. */
export const eventKind: ImportKind<EventRow> = {
  fields,
  required: ["type", "learner", "lesson"],
  chunk,
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
  copied: {
    // Of a larger one each attempt is written less often, once a window whatever it did in it.
    window: 100_000,
    async send(pool, items, scope) {
      const results: ItemResult[] = [];
      for (const { source, events } of bySource(items)) {
        const what = { ...scope, source };
        if (events.length <= chunk) results.push(...(await recordEvents(pool, { events }, what)));
        else {
          const merged = await inTransaction(pool, (client) =>
            mergeEvents(client, { events, copyLines }, what),
          );
          for (const result of merged) results.push(result);
        }
      }
      return results;
    },
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
