import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { useApi } from "./support/useApi.ts";

/** The golden fixture of spec/metrics.md: attempts by days, and whether they completed. */
const attempts = [
  ["e3", 3, true],
  ["e5", 5, true],
  ["c5", 5, false],
  ["e8", 8, true],
  ["c12", 12, false],
  ["c20", 20, false],
] as const;

describe.each(databaseKinds)("the time to complete of the golden fixtures on %s", (kind) => {
  const api = useApi(kind);
  const daysAgo = (days: number) =>
    new Date(api.clock.now.getTime() - days * 86_400_000).toISOString();

  const send = async (method: string, path: string, body: unknown) => {
    const response = await api.send(method, path, { token: api.service, body });
    expect(response.ok, path).toBe(true);
  };
  const read = async (path: string) => {
    const response = await api.send("GET", path, { token: api.administrator });
    expect(response.status, path).toBe(200);
    return (await response.json()) as object;
  };

  /** A course in which the fixture happened; with `withdraws`, 5c withdrew on that day. */
  async function happen(course: string, { withdraws }: { withdraws: boolean }): Promise<void> {
    const outline = { title: "Fire safety", lessons: [{ id: `${course}-1`, title: "One" }] };
    await send("PUT", `/v1/courses/${course}`, outline);
    const events = attempts.flatMap(([learner, days, completed]) => {
      const fact = { learner, lesson: `${course}-1` };
      // Who completed began thirty days ago, who goes on has been observed for so many days.
      const viewed = { ...fact, type: "lesson.viewed", at: daysAgo(completed ? 30 : days) };
      const done = { ...fact, type: "lesson.completed", at: daysAgo(30 - days) };
      return completed ? [viewed, done] : [viewed];
    });
    await send("POST", "/v1/events", { events });
    const left = `/v1/courses/${course}/enrollments/c5/withdraw`;
    if (withdraws) await send("POST", left, { reason: "moved away" });
  }

  beforeAll(async () => {
    await happen("golden", { withdraws: false });
    await happen("left", { withdraws: true });
    await happen("fewer", { withdraws: false });
    await send("POST", "/v1/events", {
      events: ["x1", "x2", "x3"].map((learner) => ({
        ...{ learner, lesson: "fewer-1", type: "lesson.viewed", at: daysAgo(25) },
      })),
    });
  });

  test("is 16.7, 33.3 and 55.6 percent by days 3, 5 and 8, and 8 days for half", async () => {
    expect(await read("/v1/reports/courses/golden/time-to-complete")).toMatchObject({
      from: "firstAccess",
      n: 6,
      completed: 3,
      censored: 3,
      withdrawn: 0,
      curve: [
        { day: 3, completed: 0.1667, atRisk: 6 },
        { day: 5, completed: 0.3333, atRisk: 5 },
        { day: 8, completed: 0.5556, atRisk: 3 },
      ],
      p50Days: 8,
      p75Days: null,
      p90Days: null,
      reached: 0.5556,
      // What the naive median makes of it.
      finishers: { n: 3, p50Days: 5 },
    });
  });

  test("is half by day 8 where the one who went on for five days withdrew", async () => {
    expect(await read("/v1/reports/courses/left/time-to-complete")).toMatchObject({
      n: 6,
      completed: 3,
      censored: 2,
      withdrawn: 1,
      curve: [
        { day: 3, completed: 0.1667, atRisk: 6 },
        { day: 5, completed: 0.3333, atRisk: 5 },
        { day: 8, completed: 0.5, atRisk: 3 },
      ],
      p50Days: 8,
      p75Days: null,
      reached: 0.5,
    });
  });

  test("has a null for a quantile that is never reached, and says how far it got", async () => {
    const time = await read("/v1/reports/courses/fewer/time-to-complete");
    expect(time).toMatchObject({ n: 9, p50Days: null, p75Days: null, p90Days: null });
    // 1 − 8/9 × 7/8 × 5/6: with three more at risk on each day.
    expect(time).toMatchObject({ reached: 0.3519 });
    expect(await read("/v1/reports/courses/fewer")).toMatchObject({ medianDays: null });
  });

  test("is the same from enrollment where the first access was the enrollment", async () => {
    const time = await read("/v1/reports/courses/golden/time-to-complete");
    const enrolled = await read("/v1/reports/courses/golden/time-to-complete?from=enrolled");
    expect(enrolled).toEqual({ ...time, from: "enrolled" });
    expect(await read("/v1/reports/courses/golden")).toMatchObject({ medianDays: 8 });
  });

  test("has nothing of a week ago, when nothing had been told yet", async () => {
    const asOf = daysAgo(23);
    const time = await read(`/v1/reports/courses/golden/time-to-complete?asOf=${asOf}`);
    expect(time).toMatchObject({ asOf, n: 0, curve: [], reached: null, p50Days: null });
  });
});
