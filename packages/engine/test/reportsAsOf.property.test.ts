import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { enroll } from "../src/enroll.ts";
import { MilepostError } from "../src/MilepostError.ts";
import { reportCourse } from "../src/reports/reportCourse.ts";
import { reportOverdue } from "../src/reports/reportOverdue.ts";
import { reportTimeToComplete } from "../src/reports/reportTimeToComplete.ts";
import type { Due, Queryable } from "../src/types.ts";
import { at } from "./support/at.ts";
import { type ModelStep, modelCourses, modelLearners, modelSteps } from "./support/modelSteps.ts";
import { newModelTenant } from "./support/newModelTenant.ts";
import { propertyRuns } from "./support/propertyRuns.ts";
import { takeStep } from "./support/takeStep.ts";

type Step =
  | ModelStep
  | { readonly act: "due"; readonly learner: string; course: string; due: Due | null };

const zones = ["Europe/Berlin", "Asia/Kolkata", "America/New_York"];
const dues: fc.Arbitrary<Due | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -10_000, max: 40_000 }).map((minute) => ({ at: at(minute) })),
  fc.record({ afterDays: fc.integer({ min: 0, max: 20 }), timeZone: fc.constantFrom(...zones) }),
);
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: modelSteps },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant("due" as const),
      learner: fc.constantFrom(...modelLearners),
      course: fc.constantFrom("open", "other"),
      due: dues,
    }),
  },
);
/** Minutes since the act before, at least one: an instant has been told everything that is its own. */
const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 * 1440 }), steps), {
  minLength: 8,
  maxLength: 30,
  size: "max",
});

interface Asked {
  readonly course: string;
  readonly enrolledBefore?: Date;
}

/** What does not depend on views, of which nobody knows when they were told. */
async function standing(db: Queryable, asked: Asked, [tenant, then, now]: [string, Date, Date]) {
  const scope = { tenant, now };
  const of = { ...asked, asOf: then };
  const { states, ...report } = await reportCourse(db, of, scope);
  const { active, stalled, notStarted, ...ended } = states;
  const { enrolled, completionRate, matured, onTime, onTimeOriginal } = report;
  const overdue = await reportOverdue(db, of, scope);
  const { curve, n, finishers } = await reportTimeToComplete(
    db,
    { ...of, from: "enrolled" },
    scope,
  );
  return {
    open: active + stalled + notStarted,
    ...ended,
    ...{ enrolled, completionRate, matured, onTime, onTimeOriginal },
    ...{ curve, n, finishers, total: overdue.total },
    overdueAttempts: overdue.items.map(
      ({ progressPercentage, lastActivityAt, ...attempt }) => attempt,
    ),
  };
}

describe.each(databaseKinds)("reports as of an instant on %s", (kind) => {
  const database = useDatabase(kind);

  async function take(step: Step, tenant: string, minute: number): Promise<void> {
    try {
      if (step.act === "due") await enroll(database.app, step, { tenant, now: at(minute) });
      else await takeStep(database.app, step, { tenant, minute });
    } catch (error) {
      if (!(error instanceof MilepostError)) throw error;
    }
  }

  test("answer the same ever after, whatever happens", { timeout: 600_000 }, async () => {
    const property = fc.asyncProperty(history, async (acts) => {
      const tenant = await newModelTenant(database);
      const answers: { asked: Asked; then: Date; answer: unknown }[] = [];
      let minute = 0;
      for (const [passed, step] of acts) {
        minute += passed;
        await take(step, tenant, minute);
        const { course } = modelCourses[answers.length % 3 === 2 ? 1 : 0];
        const then = at(minute);
        // Every other time of those alone who enrolled in the first half.
        const half = answers.length % 2 === 1 ? { enrolledBefore: at(minute / 2) } : {};
        const asked = { course, ...half };
        const answer = await standing(database.app, asked, [tenant, then, then]);
        // What the present answers out of the summaries is what its instant answers.
        const { states, onTime, onTimeOriginal, matured } = await reportCourse(
          database.app,
          asked,
          { tenant, now: then },
        );
        const { active, stalled, notStarted, ...ended } = states;
        const open = active + stalled + notStarted;
        expect(answer).toMatchObject({ ...ended, open, onTime, onTimeOriginal, matured });
        answers.push({ asked, then, answer });
      }
      for (const { asked, then, answer } of answers) {
        const again = await standing(database.app, asked, [tenant, then, at(minute + 1)]);
        expect(again, `${JSON.stringify(asked)} ${then.toISOString()}`).toEqual(answer);
      }
    });
    await fc.assert(property, { numRuns: propertyRuns(6, kind) });
  });
});
