import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { enroll } from "../src/enroll.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { MilepostError } from "../src/MilepostError.ts";
import { putGroup } from "../src/putGroup.ts";
import { foldReports } from "../src/reports/foldReports.ts";
import { at } from "./support/at.ts";
import type { Window } from "./support/BruteForceReports.ts";
import { differences } from "./support/differences.ts";
import { expectExactOverview } from "./support/expectExactOverview.ts";
import { expectExactReports } from "./support/expectExactReports.ts";
import { expectAttemptsBehind, expectPeopleBehind } from "./support/expectPeopleBehind.ts";
import { expectRecountKeeps } from "./support/expectRecountKeeps.ts";
import { type ModelStep, modelCourses, modelLearners, modelSteps } from "./support/modelSteps.ts";
import { newModelTenant } from "./support/newModelTenant.ts";
import { propertyRuns } from "./support/propertyRuns.ts";
import { takeStep } from "./support/takeStep.ts";

type ReportStep =
  | ModelStep
  | { readonly act: "due"; readonly learner: string; course: string; minutes: number | null }
  | { readonly act: "erase"; readonly learner: string }
  | { readonly act: "fold"; readonly limit: number };

const learner = fc.constantFrom(...modelLearners);
const minutesOfDays = (most: number) => fc.integer({ min: -most * 1440, max: most * 1440 });
const steps: fc.Arbitrary<ReportStep> = fc.oneof(
  { weight: 12, arbitrary: modelSteps },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("due" as const),
      learner,
      course: fc.constantFrom("open", "other"),
      minutes: fc.option(minutesOfDays(20), { freq: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("erase" as const), learner }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("fold" as const),
      limit: fc.integer({ min: 1, max: 9 }),
    }),
  },
);
/** Minutes from one act to the next: mostly some, now and then days or to the very edge of 7 or 14. */
const pause = fc.oneof(
  fc.integer({ min: 0, max: 600 }),
  fc.integer({ min: 0, max: 9 * 1440 }),
  fc.constantFrom(1440, 7 * 1440, 14 * 1440),
);
/** A counterexample is hardly smaller after minutes of shrinking: its seed finds it again. */
const endOnFailure = true;
const edges = [7 * 1440, 7 * 1440 + 1, 14 * 1440, 14 * 1440 + 1];
const history = (most: number) =>
  fc.array(fc.tuple(pause, steps), { maxLength: most, minLength: 5, size: "max" });

/** The second third of a history, or a half with one side open: so that most divide the attempts. */
function windowOf(minute: number): Window {
  const third = { enrolledFrom: at(minute / 3), enrolledBefore: at((minute * 2) / 3 + 1) };
  const halves = [{ enrolledFrom: at(minute / 2) }, { enrolledBefore: at(minute / 2) }];
  return [third, ...halves][minute % 3] ?? third;
}

describe.each(databaseKinds)("reports on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  async function take(step: ReportStep, tenant: string, minute: number): Promise<void> {
    const scope = { tenant, now: at(minute) };
    try {
      if (step.act === "fold") await foldReports(db(), step, scope);
      else if (step.act === "erase") await eraseLearner(db(), step, scope);
      else if (step.act === "due") {
        const due = step.minutes === null ? null : { at: at(minute + step.minutes) };
        await enroll(db(), { ...step, due }, scope);
      } else await takeStep(db(), withinClock(step, minute), { tenant, minute });
    } catch (error) {
      if (!(error instanceof MilepostError)) throw error;
    }
  }

  /** Events of the model lie in the first day: here they lie in the day before they are sent. */
  function withinClock(step: ModelStep, minute: number): ModelStep {
    const near = <T extends { at?: number | undefined }>(event: T): T =>
      event.at === undefined ? event : { ...event, at: minute - Math.min(event.at * 6, 1440) };
    if (step.act === "fact") return { ...step, event: near(step.event) };
    if (step.act === "batch") return { ...step, events: step.events.map(near) };
    return step;
  }

  async function newTenant(): Promise<string> {
    const tenant = await newModelTenant(database);
    await putGroup(db(), { group: "all", name: "Everybody" }, { tenant });
    return tenant;
  }

  /** At the end, those who were erased included, whoever erased them while others wrote. */
  async function joinEverybody(tenant: string): Promise<void> {
    await database.superuser.query(
      `insert into milepost.group_member (bucket, tenant_id, group_id, learner_id, joined_at)
       select r.bucket, r.tenant_id, g.group_id, r.learner_id, '2000-01-01'
       from milepost.tenant t
       join milepost.learner_group g on g.tenant_id = t.tenant_id
       join milepost.learner r on r.tenant_id = t.tenant_id
       where t.name = $1 and not exists (
         select from milepost.group_member m where m.learner_id = r.learner_id)`,
      [tenant],
    );
  }

  async function expectExact(tenant: string, minute: number): Promise<void> {
    for (const { course } of modelCourses) {
      const of = { tenant, course };
      // The present, and an edge of a week or of a fortnight after the last act.
      await expectExactReports(database, { ...of, now: at(minute), window: windowOf(minute) });
      await expectPeopleBehind({ database, ...of, now: at(minute) });
      const edge = edges[minute % edges.length] ?? 0;
      await expectExactReports(database, { ...of, now: at(minute + edge) });
    }
    await expectExactOverview(database, { tenant, now: at(minute) });
    // One or the other: both each time would take as long again.
    const edge = edges[minute % edges.length] ?? 0;
    if (minute % 2 === 0) await expectAttemptsBehind({ database, tenant, now: at(minute + edge) });
    else await expectExactOverview(database, { tenant, now: at(minute), window: windowOf(minute) });
    expect(await differences(database, { tenant })).toEqual([]);
  }

  test("every number equals the one computed from the facts, whatever happened", {
    timeout: 600_000,
  }, async () => {
    const property = fc.asyncProperty(history(40), async (acts) => {
      const tenant = await newTenant();
      let minute = 0;
      for (const [passed, step] of acts) {
        minute += passed;
        await take(step, tenant, minute);
      }
      await joinEverybody(tenant);
      await expectExact(tenant, minute);
      await foldReports(db(), {}, { tenant });
      await expectExact(tenant, minute);
      await expectRecountKeeps(database, tenant);
      await expectExact(tenant, minute);
    });
    await fc.assert(property, { numRuns: propertyRuns(4, kind), endOnFailure });
  });

  test.runIf(kind === "PostgreSQL")(
    "every number equals the one computed from the facts after acts and folds in parallel",
    { timeout: 600_000 },
    async () => {
      const property = fc.asyncProperty(
        fc.array(history(12), { minLength: 6, maxLength: 6 }),
        async (lanes) => {
          const tenant = await newTenant();
          await Promise.all(
            lanes.map(async (acts) => {
              let minute = 0;
              for (const [passed, step] of acts) {
                minute += passed % 300;
                await take(step, tenant, minute);
              }
            }),
          );
          await joinEverybody(tenant);
          await expectExact(tenant, 12 * 300);
          await expectRecountKeeps(database, tenant);
          await expectExact(tenant, 12 * 300);
        },
      );
      await fc.assert(property, { numRuns: propertyRuns(3, kind), endOnFailure });
    },
  );
});
