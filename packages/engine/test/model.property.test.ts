import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { differences } from "./support/differences.ts";
import { expectRecountKeeps } from "./support/expectRecountKeeps.ts";
import { type ModelStep, modelCourses, modelSteps } from "./support/modelSteps.ts";
import { newModelTenant } from "./support/newModelTenant.ts";
import { ProgressModel } from "./support/ProgressModel.ts";
import { propertyRuns } from "./support/propertyRuns.ts";
import { storedMinutes } from "./support/storedMinutes.ts";
import { foretellStep, takeStep } from "./support/takeStep.ts";

type Row = Record<string, unknown>;

const columns = {
  course_progress: `learner, course, attempt, is_current, completed_lessons, total_lessons,
    progress_percentage, first_viewed_at, last_viewed_at, last_viewed_lesson, completed_at,
    completed_outline_version, eligible_for_certificate, enrolled_at, source, withdrawn_at,
    exempted_at`,
  lesson_view: `learner, course, attempt, lesson, first_viewed_at, last_viewed_at, completed_at`,
};

describe.each(databaseKinds)("the engine and the model on %s", (kind) => {
  const database = useDatabase(kind);

  /** A tenant and a model of the same courses. */
  async function begin() {
    const model = new ProgressModel();
    for (const { course, enrollment, lessons } of modelCourses) {
      model.create(course, lessons, enrollment, -1000);
    }
    return { tenant: await newModelTenant(database), model };
  }

  async function stored(tenant: string, more: string[] = []): Promise<Row[][]> {
    const queries = [
      `select ${columns.course_progress} from milepost.course_progress
       order by learner collate "C", course collate "C", attempt`,
      `select ${columns.lesson_view} from milepost.lesson_view
       order by learner collate "C", course collate "C", attempt, lesson collate "C"`,
      ...more,
    ];
    return await database.asApp(async (client) => {
      await client.query("select milepost.use_tenant($1)", [tenant]);
      const answers: Row[][] = [];
      for (const query of queries) {
        const { rows } = await client.query<Row>(query);
        answers.push(rows.map(storedMinutes));
      }
      return answers;
    });
  }

  function foretold(model: ProgressModel): Row[][] {
    const byKey = model.attempts.toSorted((a, b) => {
      if (a.learner !== b.learner) return a.learner < b.learner ? -1 : 1;
      if (a.course !== b.course) return a.course < b.course ? -1 : 1;
      return a.number - b.number;
    });
    return [
      byKey.map((attempt) => model.progress(attempt)),
      byKey.flatMap((attempt) => model.lessonViews(attempt)),
    ];
  }

  /** Completions that were there before and are not there as they were. */
  function changedCompletions(before: Row[][], after: Row[][]): Row[] {
    const key = ({ learner, course, attempt, lesson }: Row) =>
      [learner, course, attempt, lesson].join();
    const now = new Map(after.flat().map((row) => [key(row), row]));
    return before
      .flat()
      .filter((row) => row.completed_at !== null)
      .filter((row) => now.get(key(row))?.completed_at !== row.completed_at);
  }

  async function run(steps: readonly ModelStep[]): Promise<void> {
    const { tenant, model } = await begin();
    let before: Row[][] = [];
    for (const [n, step] of steps.entries()) {
      const minute = (n + 1) * 10;
      const answers = await takeStep(database.app, step, { tenant, minute });
      expect(answers, JSON.stringify(step)).toEqual(foretellStep(model, step, minute));
      const after = await stored(tenant);
      expect(changedCompletions(before, after)).toEqual([]);
      expect(after[0]?.filter((row) => Number(row.progress_percentage) > 100)).toEqual([]);
      expect(after, JSON.stringify(step)).toEqual(foretold(model));
      before = after;
    }
    expect(await differences(database, { tenant })).toEqual([]);
    await expectRecountKeeps(database, tenant);
    const [, , ledger] = await stored(tenant, [
      `select type, learner, course, attempt, lesson, occurred_at, outline_version
       from milepost.ledger`,
    ]);
    const entries = ledger?.map((entry) =>
      entry.type === "outline.changed"
        ? [entry.type, entry.course, entry.outline_version].join()
        : [entry.type, entry.learner, entry.course, entry.attempt, entry.lesson ?? ""]
            .concat(entry.occurred_at)
            .join(),
    );
    expect(entries?.toSorted()).toEqual([...model.ledger].toSorted());
    expect(await differences(database, { tenant })).toEqual([]);
  }

  test("any sequence of events, edits, withdrawals and retakes goes as the model says", {
    timeout: 600_000,
  }, async () => {
    const property = fc.asyncProperty(fc.array(modelSteps, { maxLength: 40, size: "max" }), run);
    await fc.assert(property, { numRuns: propertyRuns(25, kind) });
  });
});
