import { ApiProblem, type MilepostClient } from "@milepost/client";
import { attemptState } from "@milepost/progress";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../../packages/engine/test/support/propertyRuns.ts";
import { historyOf, stateAt } from "../src/client/pages/learner/stateAt.ts";
import { daysAgo } from "./support/daysAgo.ts";
import { useDashboard } from "./support/useDashboard.ts";

const lessons = fc.constantFrom("1", "2", "3", "4", "5", "6");
const ago = fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined });

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant("complete"), lesson: lessons, ago }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("view"), lesson: lessons, ago }) },
  fc.record({ act: fc.constant("due"), ago: fc.integer({ min: -20, max: 20 }) }),
  fc.record({ act: fc.constantFrom("exempt", "reinstate", "withdraw", "retake", "edit") }),
  fc.record({ act: fc.constant("edit"), required: fc.subarray(["1", "2", "3", "4", "5", "6"]) }),
) as fc.Arbitrary<Step>;

interface Step {
  readonly act: string;
  readonly lesson?: string;
  readonly ago?: number;
  readonly required?: readonly string[];
}

/** A course whose lessons are four, or those named and one that is optional. */
async function edit(client: MilepostClient, course: string, required = ["1", "2", "3", "4"]) {
  const named = required.map((id) => ({ id: `${course}-${id}`, title: id, required: true }));
  const optional = { id: `${course}-o`, title: "Optional", required: false };
  const body = { title: course, enrollment: "open" as const, lessons: [...named, optional] };
  await client.PUT("/v1/courses/{course}", { params: { path: { course } }, body });
}

async function take(client: MilepostClient, course: string, step: Step): Promise<void> {
  const path = { course, learner: "ada" };
  const at = step.ago === undefined ? {} : { at: daysAgo(step.ago) };
  const fact = { params: { path: { learner: "ada", lesson: `${course}-${step.lesson}` } } };
  const enrollment = "/v1/courses/{course}/enrollments/{learner}" as const;
  const reason = { params: { path }, body: { reason: "As agreed." } };
  if (step.act === "complete") {
    await client.PUT("/v1/learners/{learner}/lessons/{lesson}/completion", { ...fact, body: at });
  } else if (step.act === "view") {
    await client.PUT("/v1/learners/{learner}/lessons/{lesson}/view", { ...fact, body: at });
  } else if (step.act === "due") {
    const body = { due: { at: daysAgo(step.ago ?? 0) } };
    await client.PUT(enrollment, { params: { path }, body });
  } else if (step.act === "retake") {
    await client.POST(`${enrollment}/retake`, { params: { path }, body: { force: true } });
  } else if (step.act === "edit") await edit(client, course, [...(step.required ?? ["1", "3"])]);
  else if (step.act === "exempt") await client.POST(`${enrollment}/exempt`, reason);
  else if (step.act === "reinstate") await client.POST(`${enrollment}/reinstate`, reason);
  else await client.POST(`${enrollment}/withdraw`, reason);
}

/** Some acts are refused in the state that the ones before led to. */
async function takeAll(client: MilepostClient, course: string, steps: readonly Step[]) {
  await edit(client, course);
  for (const one of steps) {
    await take(client, course, one).catch((error) => {
      if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
    });
  }
}

async function historyFrom(client: MilepostClient, course: string, attempt: number) {
  const params = { path: { learner: "ada", course }, query: { attempt } };
  const own = "/v1/learners/{learner}/courses/{course}" as const;
  const { data: page } = await client.GET(own, { params });
  const { data: explanation } = await client.GET(`${own}/explain`, { params });
  const { data: entries } = await client.GET(`${own}/timeline`, { params });
  const { data: versions } = await client.GET("/v1/courses/{course}/changes", {
    params: { path: { course } },
  });
  return { page, history: historyOf(page, explanation, entries.items, versions.items) };
}

describe("the replay of a ledger", () => {
  const dashboard = useDashboard();
  let courses = 0;

  test("at the present is what the API answers, whatever happened", async () => {
    const { client } = dashboard;
    const runs = { numRuns: propertyRuns(12), endOnFailure: true };
    const steps = fc.array(step, { minLength: 3, maxLength: 18 });
    await fc.assert(
      fc.asyncProperty(steps, async (steps) => {
        const course = `c${++courses}`;
        await client.PUT("/v1/learners/{learner}", {
          params: { path: { learner: "ada" } },
          body: {},
        });
        await takeAll(client, course, steps);
        await take(client, course, { act: "due", ago: -5 }).catch(() => undefined);
        const params = { path: { learner: "ada", course } };
        const current = await client.GET("/v1/learners/{learner}/courses/{course}", { params });
        for (let attempt = current.data.attempt; attempt > 0; attempt -= 1) {
          const { page, history } = await historyFrom(client, course, attempt);
          const now = new Date();
          for (const clock of ["receivedAt", "occurredAt"] as const) {
            expect(stateAt(history, now, clock)).toEqual({
              state: attemptState({ ...page, dueAt: page.due?.at ?? null }, now),
              activityKnown: true,
              completedLessons: page.completedLessons,
              totalLessons: page.totalLessons,
              progressPercentage: page.progressPercentage,
              dueAt: page.due?.at ?? null,
              completedAt: page.completedAt,
            });
          }
        }
      }),
      runs,
    );
  });
});
