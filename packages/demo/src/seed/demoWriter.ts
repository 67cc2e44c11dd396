import type { Queryable } from "@milepost/engine";
import type { Act, LearnerAct } from "../history/Act.ts";
import { enrollmentBatch } from "./enrollmentBatch.ts";
import { factBatch } from "./factBatch.ts";
import { writeOfficeAct } from "./writeOfficeAct.ts";

/** How much of each was written. */
export interface DemoSeeded {
  /** Outlines, and the edits of them. */
  readonly outlines: number;
  readonly learners: number;
  readonly attempts: number;
  readonly facts: number;
}

/**
 * Writes acts, given in the order in which they happened, with as few calls as keep that order in
 * each learner's ledger: facts wait until somebody of the same attempt, or an edit of their course,
 * comes next.
 */
export interface DemoWriter {
  /** Ids of those whose profile was written. */
  readonly learners: ReadonlySet<string>;
  /** Writes the act, or keeps it to write it with others. */
  add(act: Act): Promise<void>;
  /** Writes what was kept. */
  finish(): Promise<DemoSeeded>;
}

/** A writer into the tenant. */
export function demoWriter(db: Queryable, { tenant }: { tenant: string | undefined }): DemoWriter {
  const facts = factBatch(db, tenant);
  const wave = enrollmentBatch(db, tenant);
  const learners = new Set<string>();
  const counts = { outlines: 0, attempts: 0, facts: 0 };

  const writeFacts = async () => {
    // A wave that waits is older than the facts of those enrolled in it.
    await wave.write();
    counts.facts += await facts.write();
  };
  const addProfile = async (act: LearnerAct) => {
    // Comes once with every course: a learner's first attempt at it.
    counts.attempts += 1;
    if (learners.has(act.profile.learner)) return;
    learners.add(act.profile.learner);
    await writeOfficeAct(db, act, { tenant });
  };

  return {
    learners,
    async add(act) {
      switch (act.kind) {
        case "learner":
          return addProfile(act);
        case "enroll":
          if (!wave.takes(act)) await wave.write();
          return wave.add(act);
        case "view":
        case "complete":
          facts.add(act);
          return facts.isFull ? writeFacts() : undefined;
        default:
          await wave.write();
          if (facts.concerns(act)) await writeFacts();
          await writeOfficeAct(db, act, { tenant });
          if (act.kind === "retake") counts.attempts += 1;
          if (act.kind === "outline") counts.outlines += 1;
      }
    },
    async finish() {
      await writeFacts();
      return { ...counts, learners: learners.size };
    },
  };
}
