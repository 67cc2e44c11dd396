import { callOne } from "./callOne.ts";
import { type FactRow, factOfRow } from "./factOfRow.ts";
import { MilepostError } from "./MilepostError.ts";
import { storableText } from "./storableText.ts";
import type { EventInput, FactAnswer, FactInput, Queryable, Scope } from "./types.ts";

/** What recordView and completeLesson share: they differ in the type of event alone. */
export async function recordFact(
  db: Queryable,
  type: EventInput["type"],
  { learner, lesson, at, eventId }: FactInput,
  { source, ...scope }: Scope & { source?: string | undefined },
): Promise<FactAnswer> {
  const { tenant = "default", now, actor } = scope;
  const ids = [learner, lesson, eventId].map(storableText);
  const fact = [tenant, ids[0], ids[1], type, at ?? null, ids[2]];
  const values = [...fact, source ?? null, actor ?? null, now ?? null];
  const row = await callOne<FactRow>(db, "record_fact", values, { learner, lesson });
  const answer = factOfRow(row, { learner, lesson });
  if (answer instanceof MilepostError) throw answer;
  return answer;
}
