import pg from "pg";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { createTenant } from "../src/createTenant.ts";
import { enroll } from "../src/enroll.ts";
import { MilepostError } from "../src/MilepostError.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { readOutline } from "../src/readOutline.ts";
import { recordEvents } from "../src/recordEvents.ts";
import { recordView } from "../src/recordView.ts";
import { retake } from "../src/retake.ts";
import { withdraw } from "../src/withdraw.ts";
import { newCourse } from "./support/newCourse.ts";
import { outlineLessons } from "./support/outlineLessons.ts";

describe.each(databaseKinds)("the host's transaction on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  /** Runs `act` on a client in an open transaction, which then is ended as it says. */
  async function within<T>(act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await db().connect();
    try {
      await client.query("begin");
      return await act(client);
    } finally {
      await client.query("rollback");
      client.release();
    }
  }

  test("an act joins it: a rollback undoes it, and nothing of it is seen before", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["a"]);
    await within(async (client) => {
      const answer = await completeLesson(client, { learner, lesson: lesson("a") });
      expect(answer.progress.progressPercentage).toBe(100);
      const page = await readCourseProgress(client, { learner, course });
      expect(page.completedAt).not.toBeNull();
    });
    await expect(readCourseProgress(db(), { learner, course })).rejects.toMatchObject({
      code: "learner_not_found",
    });
  });

  test("several acts in it are kept by its commit, together with the host's own rows", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["a", "b"]);
    await within(async (client) => {
      await enroll(client, { learner, course });
      await recordView(client, { learner, lesson: lesson("b") });
      await completeLesson(client, { learner, lesson: lesson("a") });
      await withdraw(client, { learner, course });
      await retake(client, { learner, course });
      await client.query("commit");
    });
    const first = await readCourseProgress(db(), { learner, course, attempt: 1 });
    expect(first).toMatchObject({ completedLessons: 1 });
    expect(first.withdrawnAt).not.toBeNull();
    expect(await readCourseProgress(db(), { learner, course })).toMatchObject({ attempt: 2 });
  });

  test("a refused fact leaves it usable, with all that was done before", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["a"]);
    const closed = await newCourse(db(), ["z"], { enrollment: "required" });
    const fact = { learner, lesson: lesson("a") };
    const refused = [
      { fact: { ...fact, lesson: "none" }, code: "lesson_not_found" },
      { fact: { ...fact, lesson: closed.lesson("z") }, code: "enrollment_required" },
      { fact: { ...fact, at: new Date(0) }, code: "time_out_of_range" },
      { fact: { ...fact, learner: "" }, code: "id_out_of_range" },
      { fact: { ...fact, eventId: "x".repeat(256) }, code: "id_out_of_range" },
    ];
    await within(async (client) => {
      await completeLesson(client, fact);
      for (const { fact: bad, code } of refused) {
        await expect(completeLesson(client, bad), code).rejects.toMatchObject({ code });
        await expect(recordView(client, bad), code).rejects.toMatchObject({ code });
        const events = [{ type: "lesson.viewed" as const, ...bad }];
        expect(await recordEvents(client, { events })).toEqual([{ status: "refused", code }]);
      }
      await client.query("commit");
    });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page.progressPercentage).toBe(100);
  });

  test("any other refusal is undone by the host's savepoint", async () => {
    const { course, learner, lesson } = await newCourse(db(), ["a"]);
    await within(async (client) => {
      await recordView(client, { learner, lesson: lesson("a") });
      await client.query("savepoint before_retake");
      const open = retake(client, { learner, course });
      await expect(open).rejects.toMatchObject({ code: "attempt_open" });
      await client.query("rollback to before_retake");
      await completeLesson(client, { learner, lesson: lesson("a") });
      await client.query("commit");
    });
    const page = await readCourseProgress(db(), { learner, course });
    expect(page).toMatchObject({ attempt: 1, progressPercentage: 100 });
  });

  test("an edit in it is undone with it, and so are the attempts it completed", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a", "b"]);
    await completeLesson(db(), { learner, lesson: lesson("a") });
    await within(async (client) => {
      const lessons = outlineLessons(["a"], lesson);
      await putOutline(client, { course, title: "A course", lessons });
      const page = await readCourseProgress(client, { learner, course });
      expect(page.completedAt).not.toBeNull();
    });
    expect(await readCourseProgress(db(), { learner, course })).toMatchObject({
      completedAt: null,
      progressPercentage: 50,
    });
    expect((await put(["a", "b"])).outlineVersion).toBe(1);
  });

  test("acts for two tenants in it do not meet, and the tenant ends with it", async () => {
    await createTenant(database.superuser, { tenant: "acme" });
    const outline = { course: "shared", title: "T", lessons: outlineLessons(["s-1"]) };
    await within(async (client) => {
      await putOutline(client, { ...outline, title: "Ours" });
      await putOutline(client, { ...outline, title: "Theirs" }, { tenant: "acme" });
      await completeLesson(client, { learner: "ada", lesson: "s-1" }, { tenant: "acme" });
      expect(await readOutline(client, outline)).toMatchObject({ title: "Ours" });
      await expect(
        readCourseProgress(client, { learner: "ada", course: "shared" }),
      ).rejects.toThrow(MilepostError);
    });
    await within(async (client) => {
      await client.query("savepoint before_refusal");
      await expect(readOutline(client, outline)).rejects.toMatchObject({
        code: "course_not_found",
      });
      await client.query("rollback to before_refusal");
    });
    const client = await db().connect();
    try {
      await putOutline(client, outline, { tenant: "acme" });
      await expect(readOutline(client, outline)).rejects.toThrow(MilepostError);
      const { rows } = await client.query("select * from milepost.course_catalog");
      expect(rows).toEqual([]);
    } finally {
      client.release();
    }
  });

  test("an error that is no refusal comes to the host as it is", async () => {
    const broken = { query: () => Promise.reject(new Error("gone")) } as unknown as pg.Pool;
    await expect(readOutline(broken, { course: "c" })).rejects.toThrow("gone");
  });

  test.runIf(kind === "PostgreSQL")(
    "the host's own pool works, whatever its zone and search path",
    async () => {
      const pool = new pg.Pool({
        connectionString: database.databaseUrl,
        max: 2,
        options: "-c timezone=Asia/Tokyo -c search_path=pg_catalog",
      });
      try {
        const { course, learner, lesson } = await newCourse(pool, ["a"]);
        const now = new Date("2026-05-05T05:05:05.005Z");
        await completeLesson(pool, { learner, lesson: lesson("a"), at: now }, { now });
        const page = await readCourseProgress(pool, { learner, course });
        expect(page.completedAt).toEqual(now);
        expect(page.lessons[0]?.completedAt).toEqual(now);
      } finally {
        await pool.end();
      }
    },
  );
});
