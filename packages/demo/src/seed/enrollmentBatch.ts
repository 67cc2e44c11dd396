import { enrollMany, type Queryable } from "@milepost/engine";
import type { EnrollAct } from "../history/Act.ts";
import { OFFICE } from "./writeOfficeAct.ts";

/** What the engine takes in one call. */
const MOST = 10_000;

/** Enrollments of one wave, waiting to be written in one call. */
export interface EnrollmentBatch {
  /** Whether the act is of the wave that waits, or none waits. */
  takes(act: EnrollAct): boolean;
  add(act: EnrollAct): void;
  /** Writes what waits, as of the time the wave was enrolled. */
  write(): Promise<void>;
}

/** A batch that writes to the tenant. */
export function enrollmentBatch(db: Queryable, tenant: string | undefined): EnrollmentBatch {
  let wave: EnrollAct[] = [];
  const terms = ({ course, at, due }: EnrollAct) => JSON.stringify([course, at, due]);

  return {
    takes(act) {
      const [first] = wave;
      return first === undefined || (terms(first) === terms(act) && wave.length < MOST);
    },
    add(act) {
      wave.push(act);
    },
    async write() {
      const [first] = wave;
      if (first === undefined) return;
      const learners = wave.map(({ learner }) => learner);
      wave = [];
      const { course, due, at } = first;
      const scope = { tenant, now: at, actor: OFFICE };
      await enrollMany(db, { course, learners, due, enrolledAt: at, source: "assigned" }, scope);
    },
  };
}
