import { beforeEach, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { stageEvents } from "../src/stageEvents.ts";
import type { EventInput } from "../src/types.ts";
import { at } from "./support/at.ts";
import { copyLines, merge } from "./support/merge.ts";
import { type NewCourse, newCourse } from "./support/newCourse.ts";

describe.each(databaseKinds)("merging events on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  let course: NewCourse;
  beforeEach(async () => {
    course = await newCourse(db(), ["a", "b"]);
  });
  const completed = (learner: string, lesson = "a"): EventInput => ({
    type: "lesson.completed",
    learner,
    lesson: course.lesson(lesson),
    at: at(0),
  });
  const states = (results: readonly { status: string; code?: string }[]) =>
    results.map(({ status, code }) => code ?? status);

  test("answers each event in its order, and a refused one fails alone", async () => {
    const { learner } = course;
    const events = [
      completed(learner),
      { ...completed(learner), lesson: "no-such-lesson" },
      completed(learner),
      { ...completed("x".repeat(256)) },
      { ...completed(learner), attempt: 7 },
      completed(learner, "b"),
    ];
    expect(states(await merge(db(), events, {}))).toEqual([
      "recorded",
      "lesson_not_found",
      "unchanged",
      "id_out_of_range",
      "enrollment_not_found",
      "recorded",
    ]);
  });

  test("knows an erased learner no more, and opens an attempt for their namesake", async () => {
    const { learner } = course;
    await merge(db(), [completed(learner)], {});
    await eraseLearner(db(), { learner });
    expect(states(await merge(db(), [completed(learner)], {}))).toEqual(["recorded"]);
  });

  test("a second chunk of a session begins with an empty table, also after one that failed", async () => {
    const { learner } = course;
    const unknown = merge(db(), [completed(learner)], { tenant: "nobody" });
    await expect(unknown).rejects.toMatchObject({ code: "tenant_not_found" });
    expect(await merge(db(), [completed(learner)], {})).toHaveLength(1);
    expect(await merge(db(), [completed(learner, "b")], {})).toHaveLength(1);
  });

  test("takes 100,000 events and refuses one more as a whole", { timeout: 120_000 }, async () => {
    const events = Array.from({ length: 100_001 }, () => ({
      ...completed(course.learner),
      lesson: "no-such-lesson",
    }));
    const tooMany = merge(db(), events, {});
    await expect(tooMany).rejects.toMatchObject({ code: "batch_too_large" });
    expect(await merge(db(), events.slice(1), {})).toHaveLength(100_000);
  });
});

// What only a role without rights of its own can show: the embedded session is a superuser.
describe("the staging table", () => {
  const database = useDatabase("PostgreSQL");
  const spoofs = {
    "a view": "create temporary view staged_event as select 1 as n",
    "a table of the caller's": `create temporary table staged_event
      (n integer, learner text, lesson text, type text, at timestamptz, event_id text,
       attempt integer, received_at timestamptz)`,
    "a sequence": "create temporary sequence staged_event",
  };

  test.each(Object.entries(spoofs))("is not mistaken for %s of its name", async (_, spoof) => {
    const client = await database.app.connect();
    try {
      await client.query(spoof);
      const merging = client.query("select * from milepost.merge_events('default')");
      await expect(merging).rejects.toMatchObject({ code: "42809" });
      await expect(stageEvents(client)).rejects.toMatchObject({ code: "42P07" });
    } finally {
      client.release(true);
    }
  });

  test("takes rows from whoever made it and gives no other right", async () => {
    const client = await database.app.connect();
    try {
      expect(await stageEvents(client)).toBe(true);
      const refused = [
        "select from pg_temp.staged_event",
        "update pg_temp.staged_event set n = 1",
        "create rule r as on insert to pg_temp.staged_event do instead nothing",
        "create temporary table heir () inherits (pg_temp.staged_event)",
        `create trigger t before insert on pg_temp.staged_event for each row
         execute function suppress_redundant_updates_trigger()`,
        "alter table pg_temp.staged_event enable row level security",
        "drop table pg_temp.staged_event",
      ];
      for (const statement of refused) {
        await expect(client.query(statement), statement).rejects.toMatchObject({ code: "42501" });
      }
      await client.query("begin");
      const line = "1\tada\tno-such-lesson\tlesson.viewed\t\\N\t\\N\t\\N\t\\N\n";
      await copyLines(client, {
        statement: "copy pg_temp.staged_event from stdin",
        lines: [line],
      });
      const { rows } = await client.query("select * from milepost.merge_events('default')");
      expect(rows).toEqual([{ outcomes: "!", codes: ["lesson_not_found"] }]);
      await client.query("commit");
    } finally {
      client.release(true);
    }
  });

  test("is not made where the owner may make no temporary table", async () => {
    const { rows } = await database.superuser.query("select current_database() as name");
    const name = `"${rows[0].name}"`;
    await database.superuser.query(`revoke temporary on database ${name} from public`);
    try {
      expect(await stageEvents(database.app)).toBe(false);
    } finally {
      await database.superuser.query(`grant temporary on database ${name} to public`);
    }
  });
});
