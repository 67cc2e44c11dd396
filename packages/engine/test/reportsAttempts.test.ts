import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import * as engine from "../src/index.ts";
import { onDay } from "./support/onDay.ts";

const now = onDay(40);
const scope = { now };
const courses = ["fs", "gs", "hs"] as const;

describe.each(databaseKinds)("the attempts of all courses on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  /** In every course somebody in each state, a day or more apart from one course to the next. */
  beforeAll(async () => {
    for (const [n, course] of courses.entries()) {
      const lessons = ["1", "2"].map((id) => ({ id: `${course}-${id}`, title: id }));
      await engine.putOutline(db(), { course, title: `Of ${course}`, lessons }, { now: onDay(0) });
      const enroll = (learner: string, due?: number) =>
        engine.enroll(
          db(),
          { course, learner, ...(due === undefined ? {} : { due: { at: onDay(due) } }) },
          { now: onDay(1) },
        );
      const complete = (learner: string, day: number, ...parts: string[]) =>
        engine.recordEvents(
          db(),
          {
            events: parts.map((part) => ({
              type: "lesson.completed" as const,
              learner,
              lesson: `${course}-${part}`,
              at: onDay(day),
            })),
          },
          { now: onDay(day) },
        );
      await enroll("waiting", 50 + n);
      await enroll("idle");
      await enroll("late", 30 + n);
      await enroll("stalled", 60 - n);
      await complete("stalled", 10 + n, "1");
      await enroll("active", 45);
      await complete("active", 36 + n, "1");
      await enroll("through", 20);
      await complete("through", 12 + n, "1", "2");
      await enroll("gone");
      await engine.withdraw(db(), { course, learner: "gone" }, { now: onDay(5) });
      await enroll("spared", 21);
      await complete("spared", 15, "1", "2");
      await engine.exempt(db(), { course, learner: "spared", reason: "knows it" }, scope);
      // Withdrawn within a day: a mistake that no report counts.
      await enroll("mistaken");
      await engine.withdraw(db(), { course, learner: "mistaken" }, { now: onDay(1) });
    }
    await engine.putGroup(db(), { group: "crew", name: "The crew" }, { now: onDay(0) });
    const members = { group: "crew", learners: ["stalled", "through"], joinedAt: onDay(0) };
    await engine.putGroupMembers(db(), members, scope);
  });

  /** Who is listed, page by page of two, as `course learner`. */
  async function listed(request: engine.AttemptsRequest): Promise<string[]> {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await engine.reportAttempts(db(), { ...request, limit: 2, after }, scope);
      found.push(...page.items.map((one) => `${one.course} ${one.learner}`));
      after = page.next ?? undefined;
      if (after === undefined) expect(page.total).toBe(found.length);
    } while (after !== undefined);
    return found;
  }

  const inAll = (learner: string) => courses.map((course) => `${course} ${learner}`);

  test.each([
    ["stalled", "stalled", inAll("stalled")],
    ["active", "active", inAll("active")],
    ["overdue", "late", inAll("late")],
    ["withdrawn", "gone", inAll("gone")],
    ["exempt", "spared", inAll("spared")],
    ["completed", "through", inAll("through")],
  ] as const)("%s are those longest without activity, or due soonest, first", async (...one) => {
    const [state, , expected] = one;
    const found = await listed({ state });
    // Without a difference in what is sorted by, the order is any.
    const isOrdered = state !== "withdrawn" && state !== "exempt";
    expect(isOrdered ? found : found.toSorted()).toEqual(expected);
  });

  test("not started are those due soonest first, without a deadline last", async () => {
    const found = await listed({ state: "notStarted" });
    expect(found.slice(0, 3)).toEqual(inAll("waiting"));
    expect(found.slice(3).toSorted()).toEqual(inAll("idle"));
  });

  test("are all that reports count where nothing is asked for", async () => {
    const found = await listed({});
    const people = ["waiting", "idle", "late", "stalled", "active", "through", "gone", "spared"];
    expect(found.toSorted()).toEqual(people.flatMap(inAll).toSorted());
    expect(found.at(-1)).toBe("hs active");
  });

  test("completed within some time are newest first, exempt ones too", async () => {
    const window = { completedFrom: onDay(13), completedBefore: onDay(16) };
    const found = await listed(window);
    expect(found.slice(0, 3).toSorted()).toEqual(inAll("spared"));
    expect(found.slice(3)).toEqual(["hs through", "gs through"]);
    expect(await listed({ completedFrom: onDay(15) })).toHaveLength(3);
    expect(await listed({ completedBefore: onDay(13) })).toEqual(["fs through"]);
    expect(await listed({ ...window, state: "completed" })).toEqual(["hs through", "gs through"]);
  });

  test("due within some time are soonest first, those of exempt attempts left out", async () => {
    const within = { dueFrom: onDay(20), dueBefore: onDay(32) };
    const found = await listed(within);
    expect(found.slice(0, 3).toSorted()).toEqual(inAll("through"));
    expect(found.slice(3)).toEqual(["fs late", "gs late"]);
    expect(await listed({ ...within, state: "overdue" })).toEqual(["fs late", "gs late"]);
  });

  test("are a group's, and of an enrollment window", async () => {
    const group = "crew";
    expect(await listed({ state: "stalled", group })).toEqual(inAll("stalled"));
    expect(await listed({ state: "active", group })).toEqual([]);
    expect(await listed({ completedFrom: onDay(14), group })).toEqual(["hs through"]);
    expect(await listed({ state: "stalled", enrolledFrom: onDay(1) })).toEqual(inAll("stalled"));
    expect(await listed({ state: "stalled", enrolledFrom: onDay(2) })).toEqual([]);
    expect(await listed({ enrolledBefore: onDay(1), group })).toEqual([]);
  });

  test("say how far each is", async () => {
    const { items, ...page } = await engine.reportAttempts(db(), { state: "stalled" }, scope);
    expect(page).toEqual({
      asOf: now,
      definition: 1,
      order: "lastActivity",
      total: 3,
      next: null,
    });
    expect(items[0]).toEqual({
      learner: "stalled",
      name: null,
      course: "fs",
      courseTitle: "Of fs",
      attempt: 1,
      state: "stalled",
      completedLessons: 1,
      totalLessons: 2,
      progressPercentage: 50,
      enrolledAt: onDay(1),
      firstViewedAt: onDay(10),
      lastActivityAt: onDay(10),
      dueAt: onDay(60),
      timeZone: null,
      completedAt: null,
    });
  });

  test("of nobody still say of when, and that they are none", async () => {
    const page = await engine.reportAttempts(db(), { dueFrom: onDay(300) }, scope);
    expect(page).toEqual({
      asOf: now,
      definition: 1,
      order: "due",
      total: 0,
      items: [],
      next: null,
    });
  });

  test("refuse a time that ends before it begins, and a cursor of another order", async () => {
    const refused = { code: "time_out_of_range" };
    for (const request of [
      { dueFrom: onDay(2), dueBefore: onDay(2) },
      { completedFrom: onDay(2), completedBefore: onDay(1) },
    ]) {
      await expect(engine.reportAttempts(db(), request)).rejects.toMatchObject(refused);
    }
    const { next } = await engine.reportAttempts(db(), { state: "stalled", limit: 1 }, scope);
    const after = next ?? "";
    for (const request of [{ state: "overdue" as const }, { completedFrom: onDay(1) }]) {
      await expect(engine.reportAttempts(db(), { ...request, after })).rejects.toMatchObject({
        code: "cursor_invalid",
      });
    }
    const bad = (...key: string[]) => Buffer.from(JSON.stringify(key)).toString("base64url");
    for (const cursor of [
      "nonsense",
      bad("lastActivity", "yesterday", "1", "1", "3"),
      bad("lastActivity", "2026-01-01T00:00:00.000+", "1", "1", "3"),
      bad("lastActivity", "", "1", "1"),
      bad("lastActivity", "", "1", "x", "3"),
    ]) {
      await expect(
        engine.reportAttempts(db(), { state: "stalled", after: cursor }),
      ).rejects.toMatchObject({ code: "cursor_invalid" });
    }
  });
});
