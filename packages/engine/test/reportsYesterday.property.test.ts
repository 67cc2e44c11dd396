import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { enroll } from "../src/enroll.ts";
import { MilepostError } from "../src/MilepostError.ts";
import { reportOverdue } from "../src/reports/reportOverdue.ts";
import { reportOverview } from "../src/reports/reportOverview.ts";
import type { Due } from "../src/types.ts";
import { at } from "./support/at.ts";
import { type ModelStep, modelLearners, modelSteps } from "./support/modelSteps.ts";
import { newModelTenant } from "./support/newModelTenant.ts";
import { propertyRuns } from "./support/propertyRuns.ts";
import { takeStep } from "./support/takeStep.ts";

/** Enrolls, with its date so many minutes ago, or moves a deadline to so many from now. */
interface DueStep {
  readonly act: "due";
  readonly learner: string;
  readonly course: string;
  readonly enrolledBefore: number;
  readonly due: number | null;
}
type Step = ModelStep | DueStep;

const learner = fc.constantFrom(...modelLearners, "dee", "eve", "fay");
const dues: fc.Arbitrary<DueStep> = fc.record({
  act: fc.constant("due" as const),
  learner,
  course: fc.constantFrom("open", "other", "closed"),
  enrolledBefore: fc.integer({ min: 0, max: 5 * 1440 }),
  due: fc.option(fc.integer({ min: -4 * 1440, max: 2 * 1440 }), { freq: 8 }),
});
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: modelSteps },
  { weight: 2, arbitrary: dues },
);
/** Mostly several acts a day, so that yesterday is before some of them and after others. */
const pause = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 600 }) },
  { weight: 1, arbitrary: fc.constantFrom(1439, 1440, 1441) },
);
const history = fc.array(fc.tuple(pause, steps), { minLength: 10, maxLength: 40, size: "max" });

/** One is overdue since before yesterday, and from then on one more with each act. */
const oneMoreEachTime = [...modelLearners, "dee", "eve", "fay"].map((who, n): [number, Step] => [
  n === 1 ? 1500 : 10,
  { act: "due", learner: who, course: "open", enrolledBefore: 4320, due: -2880 },
]);

describe.each(databaseKinds)("the overview on %s", (kind) => {
  const database = useDatabase(kind);

  async function take(step: Step, tenant: string, minute: number): Promise<void> {
    try {
      if (step.act !== "due") await takeStep(database.app, step, { tenant, minute });
      else {
        const due: Due | null = step.due === null ? null : { at: at(minute + step.due) };
        const enrolledAt = at(minute - step.enrolledBefore);
        await enroll(database.app, { ...step, enrolledAt, due }, { tenant, now: at(minute) });
      }
    } catch (error) {
      if (!(error instanceof MilepostError)) throw error;
    }
  }

  test("has been told of yesterday what was known then", { timeout: 600_000 }, async () => {
    let different = 0;
    const property = fc.asyncProperty(history, async (acts) => {
      const tenant = await newModelTenant(database);
      let minute = 0;
      for (const [passed, step] of acts) {
        minute += passed;
        await take(step, tenant, minute);
        const scope = { tenant, now: at(minute) };
        const { overdue } = await reportOverview(database.app, {}, scope);
        const asOf = at(minute - 1440);
        const { total } = await reportOverdue(database.app, { asOf, limit: 1 }, scope);
        expect(overdue.attemptsYesterday, asOf.toISOString()).toBe(total);
        if (total > 0 && total !== overdue.attempts) different++;
      }
    });
    const numRuns = propertyRuns(12, kind);
    await fc.assert(property, { numRuns, examples: [[oneMoreEachTime]] });
    // Or it would not have been asked for anything.
    expect(different).toBeGreaterThan(3);
  });
});
