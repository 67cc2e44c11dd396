import { call } from "./call.ts";
import { type FactRow, factOfRow } from "./factOfRow.ts";
import type { MilepostError } from "./MilepostError.ts";
import { storableText } from "./storableText.ts";
import type { EventInput, FactAnswer, FactInput, Queryable, Scope } from "./types.ts";

/** A fact and which of the two it is. */
export interface TypedFact extends FactInput {
  readonly type: EventInput["type"];
}

/**
 * Up to 5,000 facts in one statement: of each the answer that recordView or completeLesson gives,
 * with the course progress after all of them, or the refusal.
 *
 * @throws {@link MilepostError} `batch_too_large`, `tenant_not_found`
 */
export async function recordFacts(
  db: Queryable,
  { facts }: { facts: readonly TypedFact[] },
  { tenant = "default", now, actor, source }: Scope & { source?: string | undefined } = {},
): Promise<(FactAnswer | MilepostError)[]> {
  const rows = await call<FactRow>(db, "record_facts", [
    tenant,
    facts.map(({ learner }) => storableText(learner)),
    facts.map(({ lesson }) => storableText(lesson)),
    facts.map(({ type }) => type),
    facts.map(({ at }) => at ?? null),
    facts.map(({ eventId }) => storableText(eventId)),
    source ?? null,
    actor ?? null,
    now ?? null,
  ]);
  if (rows.length !== facts.length) {
    throw new Error(`milepost.record_facts answered ${rows.length} rows to ${facts.length} facts`);
  }
  return rows.map((row, i) => factOfRow(row, facts[i] as TypedFact));
}
