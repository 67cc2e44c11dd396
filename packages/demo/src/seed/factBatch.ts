import { type EventInput, type Queryable, recordEvents } from "@milepost/engine";
import type { AttemptAct, FactAct, OutlineAct } from "../history/Act.ts";

/**
 * The engine takes 5,000 in one call. Larger batches were no quicker on PGlite (2.3 s for all facts
 * of the demo by 1,000, 2.5 s by 400, 3.8 s by 2,000), and hold its one connection for longer.
 */
const MOST = 1_000;

/**
 * Facts waiting to be written together: one call for thousands of them is what makes the demo start
 * quickly.
 */
export interface FactBatch {
  readonly isFull: boolean;
  add(act: FactAct): void;
  /** Whether the act would come before facts that happened before it and still wait. */
  concerns(act: AttemptAct | OutlineAct): boolean;
  /** Writes what waits, as received when it happened; answers how many facts that were. */
  write(): Promise<number>;
}

/** A batch that writes to the tenant. */
export function factBatch(db: Queryable, tenant: string | undefined): FactBatch {
  let events: EventInput[] = [];
  const courses = new Set<string>();
  const attempts = new Set<string>();
  const key = ({ course, learner }: AttemptAct) => `${course} ${learner}`;

  return {
    get isFull() {
      return events.length === MOST;
    },
    add(act) {
      courses.add(act.course);
      attempts.add(key(act));
      const type = act.kind === "view" ? "lesson.viewed" : "lesson.completed";
      const { learner, lesson, at } = act;
      events.push({ type, learner, lesson, at, receivedAt: at });
    },
    concerns: (act) =>
      act.kind === "outline" ? courses.has(act.outline.course) : attempts.has(key(act)),
    async write() {
      const written = events;
      events = [];
      courses.clear();
      attempts.clear();
      // The last one's time is the present, or the engine would take those facts for the future.
      const now = written.at(-1)?.at;
      if (now === undefined) return 0;
      const results = await recordEvents(db, { events: written }, { tenant, now, source: "web" });
      for (const [index, result] of results.entries()) {
        if (result.status !== "refused") continue;
        throw new Error(
          `A fact of the demo is refused: ${JSON.stringify([result, written[index]])}`,
        );
      }
      return written.length;
    },
  };
}
