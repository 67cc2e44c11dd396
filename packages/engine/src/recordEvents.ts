import { call } from "./call.ts";
import { storableText } from "./storableText.ts";
import type { EventInput, EventResult, Outcome, Queryable, Scope } from "./types.ts";

interface Row {
  status: Outcome | "refused";
  code: string | null;
  clamped: boolean;
}

/**
 * Records up to 5,000 events in one statement, with the same outcome as one by one in their order.
 * One result an event; a refused one fails alone.
 *
 * @throws {@link MilepostError} `batch_too_large`, `tenant_not_found`
 */
export async function recordEvents(
  db: Queryable,
  { events }: { events: readonly EventInput[] },
  { tenant = "default", now, actor, source }: Scope & { source?: string | undefined } = {},
): Promise<EventResult[]> {
  const column = <T>(pick: (event: EventInput) => T | null | undefined): (T | null)[] =>
    events.map((event) => pick(event) ?? null);
  const rows = await call<Row>(db, "record_batch", [
    tenant,
    column((event) => storableText(event.learner)),
    column((event) => storableText(event.lesson)),
    column((event) => event.type),
    column((event) => event.at),
    column((event) => storableText(event.eventId)),
    column((event) => event.attempt),
    column((event) => event.receivedAt),
    source ?? null,
    actor ?? null,
    now ?? null,
  ]);
  return rows.map(({ status, code, clamped }) => {
    if (status === "refused") return { status, code: code ?? "" };
    return clamped ? { status, clamped } : { status };
  });
}
