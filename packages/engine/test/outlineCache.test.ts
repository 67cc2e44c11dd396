import type pg from "pg";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { enroll } from "../src/enroll.ts";
import { OutlineCache } from "../src/OutlineCache.ts";
import { putOutline } from "../src/putOutline.ts";
import { readCourseProgress } from "../src/readCourseProgress.ts";
import { newCourse } from "./support/newCourse.ts";

describe.each(databaseKinds)("course pages that share outlines on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;

  /** The database, and how many of the pages it answered carried their outline. */
  function counting() {
    const carried: boolean[] = [];
    const query = async (config: pg.QueryConfig) => {
      const result = await db().query(config);
      carried.push(result.rows[0]?.outline !== null);
      return result;
    };
    return { carried, counted: { query } as unknown as Pick<pg.Pool, "query"> };
  }

  test("are what they are without, before and after each edit", async () => {
    const { course, learner, lesson, put } = await newCourse(db(), ["a", "b"]);
    await enroll(db(), { learner, course });
    const outlines = new OutlineCache();
    const { carried, counted } = counting();
    const same = async () => {
      const page = await readCourseProgress(counted, { learner, course }, {}, outlines);
      expect(page).toEqual(await readCourseProgress(db(), { learner, course }));
      return page;
    };
    await same();
    await completeLesson(db(), { learner, lesson: lesson("a") });
    expect((await same()).missing).toEqual([lesson("b")]);
    await put(["b", "c"]);
    expect((await same()).missing).toEqual(["b", "c"].map(lesson));
    await putOutline(db(), {
      course,
      title: "Renamed",
      lessons: [{ id: lesson("c"), title: "C, renamed", dueAt: new Date("2027-01-01T00:00:00Z") }],
      replacedBy: { [lesson("a")]: lesson("c") },
    });
    expect((await same()).lessons[0]?.title).toBe("C, renamed");
    await same();
    expect(carried).toEqual([true, false, true, true, false]);
  });

  test("belong to whoever asked: a changed page changes no other", async () => {
    const { course, learner } = await newCourse(db(), ["a"]);
    await enroll(db(), { learner, course });
    const outlines = new OutlineCache();
    const read = () => readCourseProgress(db(), { learner, course }, {}, outlines);
    const first = await read();
    Object.assign(first.lessons[0] ?? {}, { title: "spoilt" });
    expect((await read()).lessons[0]?.title).not.toBe("spoilt");
  });
});

describe("an outline cache", () => {
  const outline = { version: 1, title: "Fire safety", lessons: [] };

  test("keeps tenants and courses apart, whatever their names are", () => {
    const outlines = new OutlineCache();
    outlines.keep("a", "b,c", outline);
    expect(outlines.find("a", "b,c")).toBe(outline);
    expect(outlines.find("a,b", "c")).toBeUndefined();
    expect(outlines.find("b", "b,c")).toBeUndefined();
  });

  test("forgets after a minute, and the oldest for the one too many", () => {
    const outlines = new OutlineCache({ capacity: 2 });
    outlines.keep("t", "a", outline, 0);
    expect(outlines.find("t", "a", 59_999)).toBe(outline);
    expect(outlines.find("t", "a", 60_000)).toBeUndefined();
    outlines.keep("t", "b", outline, 0);
    outlines.keep("t", "a", outline, 1);
    outlines.keep("t", "c", outline, 2);
    expect(outlines.find("t", "b", 3)).toBeUndefined();
    expect(outlines.find("t", "a", 3)).toBe(outline);
  });
});
