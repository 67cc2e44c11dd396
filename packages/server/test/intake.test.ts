import type { Queryable } from "@milepost/engine";
import { reportDataHealth } from "@milepost/engine";
import { Intake, type Told } from "@milepost/server";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { begin } from "./support/useApi.ts";

const lms = { tenant: "default", source: "lms" };
const recorded: Told = { status: "recorded", occurredAt: begin };

describe.each(databaseKinds)("counts of data health on %s", (kind) => {
  const database = useDatabase(kind);
  const now = () => begin;
  const sources = async () => {
    const { sources } = await reportDataHealth(database.app, { now: begin });
    return Object.fromEntries(sources.map((one) => [one.source, one.recorded24h]));
  };
  /** Sends statements on while `isUp`, and counts them. */
  const wire = () => {
    const state = { isUp: true, statements: 0 };
    const query = (...args: unknown[]) => {
      state.statements++;
      if (!state.isUp) return Promise.reject(new Error("The connection is gone."));
      return Reflect.apply(database.app.query, database.app, args);
    };
    return { state, db: { query } as unknown as Queryable };
  };

  test("what came to the same is one count, and all of a tenant one statement", async () => {
    const { db, state } = wire();
    const intake = new Intake(db, { now });
    intake.count(
      lms,
      Array.from({ length: 5_000 }, () => recorded),
    );
    intake.count(lms, [{ status: "refused", code: "lesson_not_found" }]);
    intake.count({ ...lms, source: "site" }, [recorded]);
    expect([intake.waiting, state.statements]).toEqual([3, 0]);
    await intake.flush();
    expect([intake.waiting, state.statements]).toEqual([0, 1]);
    await intake.flush();
    expect(state.statements).toBe(1);
    expect(await sources()).toEqual({ lms: 5_000, site: 1 });
  });

  test("a count too many is not counted, those that wait already are", async () => {
    const intake = new Intake(database.app, { now, waiting: 3 });
    for (const source of ["a", "b", "c", "d", "a", "d"]) {
      intake.count({ ...lms, source }, [recorded]);
    }
    expect(intake.waiting).toBe(3);
    await intake.flush();
    const { a, b, c, d } = await sources();
    expect([a, b, c, d]).toEqual([2, 1, 1, undefined]);
    intake.count({ ...lms, source: "d" }, [recorded]);
    await intake.flush();
    expect(await sources()).toMatchObject({ d: 1 });
  });

  test("what can't be noted waits on, beside what comes meanwhile", async () => {
    const { db, state } = wire();
    const intake = new Intake(db, { now });
    const late = { ...lms, source: "late" };
    intake.count(late, [recorded, recorded]);
    state.isUp = false;
    await intake.flush();
    expect(intake.waiting).toBe(1);
    intake.count(late, [recorded]);
    state.isUp = true;
    await intake.close();
    expect([intake.waiting, await sources()]).toMatchObject([0, { late: 3 }]);
  });

  test("of a tenant that is not there nothing is kept, and the others are noted", async () => {
    const intake = new Intake(database.app, { now });
    intake.count({ tenant: "nowhere", source: "lms" }, [recorded]);
    intake.count({ ...lms, source: "other" }, [recorded]);
    await intake.flush();
    expect([intake.waiting, await sources()]).toMatchObject([0, { other: 1 }]);
  });

  test("it is noted by itself, by a timer that keeps no process", async () => {
    const noted = new Promise<void>((resolve) => {
      const db = { query: () => Promise.resolve({ rows: [resolve()] }) } as unknown as Queryable;
      new Intake(db, { now, everyMs: 1 }).count(lms, [recorded]);
    });
    await noted;
  });
});
