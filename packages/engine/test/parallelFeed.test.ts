import type pg from "pg";
import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { readFeed } from "../src/readFeed.ts";
import { recordEvents } from "../src/recordEvents.ts";
import type { FeedEntry } from "../src/types.ts";
import { differences } from "./support/differences.ts";
import { newCourse } from "./support/newCourse.ts";

const writers = 32;
const readers = 3;
const rounds = 12;

/** Reads on from the beginning until the writers have ended and nothing is left. */
async function readAll(db: pg.ClientBase, hasEnded: () => boolean): Promise<FeedEntry[]> {
  const seen: FeedEntry[] = [];
  let after: string | undefined;
  for (;;) {
    const wasEnded = hasEnded();
    const page = await readFeed(db, { after, limit: 70 });
    seen.push(...page.items);
    after = page.next;
    if (wasEnded && !page.hasMore && page.items.length === 0) return seen;
  }
}

// The embedded database has one connection, so these races are the server's alone.
describe("the feed under parallel writers", () => {
  const database = useDatabase("PostgreSQL");
  const db = () => database.app;

  test("skips nothing and repeats nothing while 32 writers commit out of sequence", async () => {
    const { course, lesson } = await newCourse(db(), ["a", "b", "c"]);
    let writing = writers;
    const lessonOf = (n: number) => lesson("abc"[n % 3] ?? "a");
    /** Every fourth transaction is held open over several of the others, every eighth undone. */
    const write = async (client: pg.PoolClient, n: number) => {
      for (let round = 0; round < rounds; round++) {
        const learner = `${course}-${n}-${Math.floor(round / 3)}`;
        const fact = { learner, lesson: lessonOf(round) };
        if ((n + round) % 4 > 0) {
          await completeLesson(client, fact);
          continue;
        }
        await client.query("begin");
        await completeLesson(client, fact);
        // Reading the feed inside of a transaction neither shows nor loses what that wrote.
        if (n % 16 === 4) await readFeed(client, { after: "latest" });
        await completeLesson(client, { learner: `${learner}-too`, lesson: lessonOf(round) });
        const others = Array.from({ length: 5 }, (_, i) => `${course}-other-${n}-${round}-${i}`);
        for (const other of others) {
          await recordEvents(db(), {
            events: [{ type: "lesson.completed", learner: other, lesson: lessonOf(round) }],
          });
        }
        await client.query((n + round) % 8 === 0 ? "rollback" : "commit");
      }
      writing--;
    };
    const [, ...feeds] = await Promise.all([
      parallel(db(), writers, write),
      ...Array.from({ length: readers }, async () => {
        const client = await database.app.connect();
        try {
          return await readAll(client, () => writing === 0);
        } finally {
          client.release();
        }
      }),
    ]);
    const { rows } = await database.superuser.query<{ event_no: string }>(
      "select event_no from milepost.progress_event order by event_no",
    );
    const all = rows.map(({ event_no }) => event_no);
    expect(all.length).toBeGreaterThan(writers * rounds);
    for (const feed of feeds) {
      expect(feed.map(({ position }) => position)).toEqual(all.map((_, i) => i + 1));
      expect(feed.map(({ id }) => id).toSorted()).toEqual(all.toSorted());
      expect(feed).toEqual(feeds[0]);
    }
    const completed = (feeds[0] ?? []).filter(({ type }) => type === "course.completed");
    const { rows: complete } = await database.superuser.query(
      "select from milepost.enrollment where completed_at is not null",
    );
    expect(completed.length).toBeGreaterThan(writers);
    expect(new Set(completed.map(({ learner }) => learner)).size).toBe(completed.length);
    expect(completed).toHaveLength(complete.length);
    expect(await differences(database)).toEqual([]);
  });

  test("a transaction that stays open holds up its own entries and no others", async () => {
    const { lesson } = await newCourse(db(), ["a"]);
    const { next } = await readFeed(db(), { after: "latest" });
    const client = await db().connect();
    try {
      await client.query("begin");
      await completeLesson(client, { learner: "slow", lesson: lesson("a") });
      await completeLesson(db(), { learner: "quick", lesson: lesson("a") });
      const learners = async () => {
        const { items } = await readFeed(db(), { after: next, types: ["lesson.completed"] });
        return items.map(({ learner }) => learner);
      };
      expect(await learners()).toEqual(["quick"]);
      expect(await learners()).toEqual(["quick"]);
      await client.query("commit");
      expect(await learners()).toEqual(["quick", "slow"]);
    } finally {
      client.release();
    }
  });

  test("of one learner the order is that in which it happened, across two transactions", async () => {
    const { lesson } = await newCourse(db(), ["a", "b"]);
    const { next } = await readFeed(db(), { after: "latest" });
    const [early, late] = [await db().connect(), await db().connect()];
    try {
      // `early` has the lower number of the two transactions and writes last.
      await early.query("begin");
      await completeLesson(early, { learner: "one", lesson: lesson("a") });
      await completeLesson(late, { learner: "two", lesson: lesson("a") });
      await completeLesson(early, { learner: "two", lesson: lesson("b") });
      await early.query("commit");
    } finally {
      early.release();
      late.release();
    }
    const { items } = await readFeed(db(), { after: next });
    const ofTwo = items.filter(({ learner }) => learner === "two");
    expect(ofTwo.map(({ type, lesson: id }) => [type, id])).toEqual([
      ["enrollment.created", null],
      ["lesson.completed", lesson("a")],
      ["lesson.completed", lesson("b")],
      ["course.completed", null],
    ]);
  });
});
