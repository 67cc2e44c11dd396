import {
  doctor,
  noteIntake,
  putOutline,
  recordEvents,
  recountAttempts,
  verifySeals,
} from "@milepost/engine";
import { readConfig, serve } from "@milepost/server";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { useDatabase } from "../../../tests/support/useDatabase.ts";

describe("housekeeping", () => {
  const database = useDatabase("PostgreSQL");

  test("what is written is folded into the reports soon, and they say the same all along", async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl });
    const config = readConfig({ PORT: "0", MILEPOST_AUTH: "off", LOG_LEVEL: "silent" });
    const serving = await serve({ config, pool });
    const { url } = serving;
    const send = (path: string, body: object = {}) =>
      fetch(`${url}${path}`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    await send("/v1/courses/folded", { title: "Folded", lessons: [{ id: "f-1", title: "One" }] });
    await send("/v1/learners/ada/lessons/f-1/completion");
    const report = async () => {
      const answer = (await (await fetch(`${url}/v1/reports/courses/folded`)).json()) as object;
      return { ...answer, asOf: null };
    };
    const before = await report();
    expect(before).toMatchObject({ enrolled: 1, completed: 1 });
    for (let unfolded = 1; unfolded > 0; ) {
      const { rows } = await database.superuser.query<{ n: number }>(
        "select count(*)::int as n from milepost.report_delta",
      );
      unfolded = rows[0]?.n ?? 0;
    }
    expect(await report()).toEqual(before);
    await serving.close();
    // At its end a server seals what it recorded.
    expect(await verifySeals(database.superuser)).toMatchObject({
      sealedCompletions: 2,
      unsealedCompletions: 0,
      findingCount: 0,
    });
  });

  test("a server that starts goes on with an edit that another had not come to the end of", async () => {
    const lessons = ["r-1", "r-2"].map((id) => ({ id, title: id }));
    const course = { course: "recounted", title: "Recounted" };
    await putOutline(database.app, { ...course, lessons });
    const learners = Array.from({ length: 40 }, (_, n) => `r-${n}`);
    await recordEvents(database.app, {
      events: learners.map((learner) => ({ type: "lesson.completed", learner, lesson: "r-1" })),
    });
    await putOutline(database.app, { ...course, lessons: lessons.slice(0, 1), recountAtOnce: 0 });
    await recountAttempts(database.app, { limit: 3 });

    const pool = new pg.Pool({ connectionString: database.databaseUrl });
    const config = readConfig({ PORT: "0", MILEPOST_AUTH: "off", LOG_LEVEL: "silent" });
    const serving = await serve({ config, pool });
    for (let left = 1; left > 0; ) {
      const { rows } = await database.superuser.query<{ n: number }>(
        "select count(*)::int as n from milepost.recount",
      );
      left = rows[0]?.n ?? 0;
    }
    await serving.close();
    const { rows } = await database.superuser.query(
      `select distinct e.completed_lessons, e.total_lessons, e.completed_at is not null as is_complete
       from milepost.enrollment e join milepost.course c using (course_id)
       where c.external_id = 'recounted'`,
    );
    expect(rows).toEqual([{ completed_lessons: 1, total_lessons: 1, is_complete: true }]);
    expect((await doctor(database.superuser)).differences).toEqual([]);
  });

  test("what came in is counted by a server that ends, and forgotten after 30 days", async () => {
    const day = 86_400_000;
    const count = { source: "old", outcome: "refused", code: "lesson_not_found", n: 1 } as const;
    const counts = [29, 31].map((days) => {
      const lastAt = new Date(Date.now() - days * day);
      return { ...count, clamped: 0, lastAt, lastOccurredAt: null, lags: [] };
    });
    await noteIntake(database.app, { counts });
    const intake = async () => {
      const { rows } = await database.superuser.query(
        "select source, outcome, code, n from milepost.intake where outcome = 'refused' order by last_at",
      );
      return rows;
    };
    const pool = new pg.Pool({ connectionString: database.databaseUrl });
    const config = readConfig({ PORT: "0", MILEPOST_AUTH: "off", LOG_LEVEL: "silent" });
    const serving = await serve({ config, pool });
    await fetch(`${serving.url}/v1/courses`);
    while ((await intake()).length > 1);
    await fetch(`${serving.url}/v1/learners/ada/lessons/none/view`, { method: "PUT" });
    await serving.close();
    expect(await intake()).toEqual([count, { ...count, source: "open" }]);
  });
});
