import type pg from "pg";
import { callOne } from "./callOne.ts";
import { stagedEventLine } from "./stagedEventLine.ts";
import { stageEvents } from "./stageEvents.ts";
import type { EventInput, EventResult, Scope } from "./types.ts";

/** Sends the lines of a `COPY … FROM STDIN` on a connection; `pg` alone has no way to. */
export type CopyLines = (
  client: pg.ClientBase,
  copy: { readonly statement: string; readonly lines: Iterable<string> },
) => Promise<void>;

const statement = `copy pg_temp.staged_event
  (n, learner, lesson, type, at, event_id, attempt, received_at) from stdin`;

/**
 * Records up to 100,000 events as recordEvents does, with the same outcome, at a fraction of what
 * each costs there: they are copied into a table of the session and merged from it. Several
 * statements, so `client` has to be inside a transaction, which the caller commits. Results do not
 * tell which times were ahead of the clock.
 *
 * @throws {@link MilepostError} `batch_too_large`, `tenant_not_found`
 */
export async function mergeEvents(
  client: pg.ClientBase,
  { events, copyLines }: { events: readonly EventInput[]; copyLines: CopyLines },
  { tenant = "default", now, actor, source }: Scope & { source?: string | undefined } = {},
): Promise<EventResult[]> {
  await stageEvents(client);
  await copyLines(client, { statement, lines: linesOf(events) });
  const { outcomes, codes } = await callOne<{ outcomes: string; codes: string[] }>(
    client,
    "merge_events",
    [tenant, source ?? null, actor ?? null, now ?? null],
  );
  if (outcomes.length !== events.length) {
    throw new Error(`merge_events answered ${outcomes.length} of ${events.length} events`);
  }
  const refused = codes.values();
  return Array.from(outcomes, (outcome): EventResult => {
    if (outcome === "!") return { status: "refused", code: refused.next().value ?? "" };
    return outcome === "+" ? recorded : unchanged;
  });
}

const recorded: EventResult = { status: "recorded" };
const unchanged: EventResult = { status: "unchanged" };

function* linesOf(events: readonly EventInput[]): Generator<string> {
  for (const [n, event] of events.entries()) yield stagedEventLine(event, n);
}
