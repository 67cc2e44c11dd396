import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { FactRecorder } from "../src/FactRecorder.ts";
import { MilepostError } from "../src/MilepostError.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { at } from "./support/at.ts";
import { differences } from "./support/differences.ts";
import { merge } from "./support/merge.ts";
import { type ModelStep, modelEvents, modelSteps } from "./support/modelSteps.ts";
import { newModelTenant } from "./support/newModelTenant.ts";
import type { ModelEvent } from "./support/ProgressModel.ts";
import { propertyRuns } from "./support/propertyRuns.ts";
import { storedState } from "./support/storedState.ts";
import { type Answers, takeStep, toEvent } from "./support/takeStep.ts";

describe.each(databaseKinds)("a batch on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  /** Tenants that have gone the same way so far. */
  async function begin(count: number, before: readonly ModelStep[]): Promise<string[]> {
    const tenants: string[] = [];
    for (let n = 0; n < count; n++) {
      const tenant = await newModelTenant(database);
      tenants.push(tenant);
      for (const [minute, step] of before.entries()) {
        await takeStep(db(), step, { tenant, minute });
      }
    }
    return tenants;
  }

  const ways: ((tenant: string, events: readonly ModelEvent[]) => Promise<Answers>)[] = [
    (tenant, events) => takeStep(db(), { act: "batch", events }, { tenant, minute: 60 }),
    async (tenant, events) => {
      const answers: (string | number)[] = [];
      for (const event of events) {
        const batch = { act: "batch", events: [event] } as const;
        answers.push(...(await takeStep(db(), batch, { tenant, minute: 60 })));
      }
      return answers;
    },
    async (tenant, events) => {
      const answers: (string | number)[] = [];
      for (const event of events) {
        answers.push(...(await takeStep(db(), { act: "fact", event }, { tenant, minute: 60 })));
      }
      return withoutProgress(answers);
    },
    async (tenant, events) => {
      const merged = await merge(db(), events.map(toEvent), { tenant, now: at(60) });
      return merged.map((one) => (one.status === "refused" ? one.code : one.status));
    },
    async (tenant, events) => {
      const recorder = new FactRecorder(db(), { lanes: 3 });
      const answers = events.map(async (event) => {
        try {
          return (await recorder.record(toEvent(event), { tenant, now: at(60) })).status;
        } catch (error) {
          if (error instanceof MilepostError) return error.code;
          throw error;
        }
      });
      return withoutProgress(await Promise.all(answers));
    },
  ];

  /** Of an event seen before a single call may have no progress to answer with. */
  function withoutProgress(answers: Answers): Answers {
    return answers.map((one) => (one === "enrollment_not_found" ? "unchanged" : one));
  }

  test("does what its events do one by one, in batches of one, as facts, merged or gathered", {
    timeout: 600_000,
  }, async () => {
    const property = fc.asyncProperty(
      fc.array(modelSteps, { maxLength: 12, size: "max" }),
      fc.array(modelEvents, { maxLength: 40, size: "max" }),
      async (before, events) => {
        const tenants = await begin(ways.length, before);
        const outcomes = [];
        for (const [n, tenant] of tenants.entries()) {
          const answers = await ways[n]?.(tenant, events);
          outcomes.push({ answers, state: await storedState(database, { tenant }) });
        }
        const [whole, ones, singles, merged, gathered] = outcomes;
        expect(whole).toEqual(ones);
        expect(singles).toEqual(ones);
        expect(merged).toEqual(ones);
        expect(gathered).toEqual(ones);
      },
    );
    await fc.assert(property, { numRuns: propertyRuns(15, kind) });
  });

  test("merges history moved in as one by one: named attempts, times of receipt, any text", {
    timeout: 600_000,
  }, async () => {
    const moved = fc.record(
      {
        attempt: fc.integer({ min: 1, max: 3 }),
        receivedAt: fc.integer({ min: -500, max: 100 }).map(at),
        eventId: fc.constantFrom("a\tb", "back\\slash", "\\N", "new\nline\r", "", "x".repeat(256)),
      },
      { requiredKeys: [] },
    );
    const property = fc.asyncProperty(
      fc.array(modelSteps, { maxLength: 12, size: "max" }),
      fc.array(fc.tuple(modelEvents, moved), { maxLength: 40, size: "max" }),
      async (before, pairs) => {
        const events = pairs.map(([event, more]) => ({ ...toEvent(event), ...more }));
        const [merged = "", single = ""] = await begin(2, before);
        const scope = { now: at(60), source: "import", actor: "a test" };
        const answers = await merge(db(), events, { ...scope, tenant: merged });
        const ones = [];
        for (const event of events) {
          const [one] = await recordEvents(db(), { events: [event] }, { ...scope, tenant: single });
          ones.push(one?.status === "refused" ? one : { status: one?.status });
        }
        expect(answers).toEqual(ones);
        expect(await storedState(database, { tenant: merged })).toEqual(
          await storedState(database, { tenant: single }),
        );
        expect(await differences(database, { tenant: merged })).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: propertyRuns(15, kind) });
  });

  test("ends the same however it is cut", { timeout: 600_000 }, async () => {
    const property = fc.asyncProperty(
      fc.array(modelEvents, { minLength: 2, maxLength: 60, size: "max" }),
      fc.array(fc.nat(59), { maxLength: 5 }),
      async (events, cuts) => {
        const tenants = await begin(2, []);
        const [whole = "", pieces = ""] = tenants;
        const scope = { now: at(60) };
        const all = events.map(toEvent);
        const answers = await recordEvents(db(), { events: all }, { ...scope, tenant: whole });
        const edges = [...new Set([0, ...cuts, all.length])].toSorted((a, b) => a - b);
        const cut = [];
        for (const [n, edge] of edges.entries()) {
          const part = all.slice(edge, edges[n + 1]);
          cut.push(...(await recordEvents(db(), { events: part }, { ...scope, tenant: pieces })));
        }
        expect(cut).toEqual(answers);
        expect(await storedState(database, { tenant: pieces })).toEqual(
          await storedState(database, { tenant: whole }),
        );
      },
    );
    await fc.assert(property, { numRuns: propertyRuns(15, kind) });
  });
});
