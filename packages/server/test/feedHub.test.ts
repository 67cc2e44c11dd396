import { completeLesson, putOutline, type Queryable, readFeed } from "@milepost/engine";
import type pg from "pg";
import { describe, expect, test } from "vitest";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { FeedHub, type Following } from "../src/feed/FeedHub.ts";
import type { FeedNews } from "../src/feed/Waiting.ts";

const tenant = "default";

describe("following a feed", () => {
  const database = useDatabase("PostgreSQL");
  const db = () => database.app;

  const begin = async (hub: FeedHub, following: Partial<Following> = {}) => {
    const ended = new AbortController();
    const news = await hub.follow({ tenant, ...following }, ended.signal);
    const next = async (): Promise<FeedNews | undefined> => (await news.next()).value ?? undefined;
    /** All news until there have been so many entries. */
    const until = async (count: number) => {
      const positions: number[] = [];
      while (positions.length < count) {
        const told = await next();
        if (told === undefined) return positions;
        positions.push(...told.entries.map(({ position }) => position));
      }
      return positions;
    };
    return { next, until, end: () => ended.abort() };
  };
  const latest = async () => (await readFeed(db(), { after: "latest" })).position;
  const complete = async (learner: string) => {
    await completeLesson(db(), { learner, lesson: "l" });
  };
  const seed = () =>
    putOutline(db(), { course: "c", title: "C", lessons: [{ id: "l", title: "L" }] });

  test("what another server commits is told without a poke", async () => {
    await seed();
    const hub = new FeedHub(db(), { streams: 9, pollMs: 5 });
    const follower = await begin(hub);
    await follower.next();
    const from = await latest();
    await complete("elsewhere");
    expect(await follower.until(3)).toEqual([from + 1, from + 2, from + 3]);
    follower.end();
  });

  test("everything is told once while it is written, whenever somebody begins", async () => {
    const hub = new FeedHub(db(), { streams: 99, pollMs: 5 });
    const from = await latest();
    const { next: after } = await readFeed(db(), { after: "latest" });
    const people = Array.from({ length: 60 }, (_, i) => `many-${i}`);
    const writing = Promise.all(people.map(complete));
    const whole = Array.from({ length: 180 }, (_, i) => from + 1 + i);
    const followers = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        // They begin one after the other, some of them while others are told.
        for (let turn = 0; turn < i; turn++) await db().query("select 1");
        const follower = await begin(hub, { after });
        const told = await follower.until(180);
        follower.end();
        return told;
      }),
    );
    await writing;
    for (const told of followers) expect(told).toEqual(whole);
    expect(hub.open).toBe(0);
  });

  test("in a silence it says how far the feed has come, past what is not asked for", async () => {
    const hub = new FeedHub(db(), { streams: 9, pollMs: 5, quietMs: 20 });
    const follower = await begin(hub, { learner: "nobody" });
    await follower.next();
    await complete("somebody");
    const position = await latest();
    for (;;) {
      const told = await follower.next();
      expect(told?.entries).toEqual([]);
      if (told?.place.position === position) break;
    }
    follower.end();
  });

  test("who takes entries more slowly than they come is let go", async () => {
    const hub = new FeedHub(db(), { streams: 9, pollMs: 5 });
    const slow = await begin(hub);
    const quick = await begin(hub);
    await slow.next();
    const beginning = slow.next();
    await quick.next();
    const from = await latest();
    await complete("first");
    await beginning;
    await database.superuser.query(`
      insert into milepost.progress_event (bucket, tenant_id, type, occurred_at, received_at)
      select 1, 1, 'progress.repaired', now(), now() from generate_series(1, 6000)`);
    const told = await quick.until(6003);
    expect(told.at(-1)).toBe(from + 6003);
    expect(await slow.next()).toBeUndefined();
    expect(hub.open).toBe(1);
    quick.end();
    expect(hub.open).toBe(0);
  });

  test("a database that fails for a while delays and loses nothing", async () => {
    let failing = 0;
    const query = (statement: pg.QueryConfig) => {
      if (failing-- > 0) return Promise.reject(new Error("gone for a moment"));
      return db().query(statement);
    };
    const failingDb = { query } as unknown as Queryable;
    const hub = new FeedHub(failingDb, { streams: 9, pollMs: 5 });
    const follower = await begin(hub);
    await follower.next();
    const from = await latest();
    failing = 3;
    await complete("meanwhile");
    expect(await follower.until(3)).toEqual([from + 1, from + 2, from + 3]);
    follower.end();
  });

  test("a hub that is closed ends what is followed and begins no more", async () => {
    const hub = new FeedHub(db(), { streams: 9 });
    const follower = await begin(hub);
    await follower.next();
    const waiting = follower.next();
    hub.close();
    expect(await waiting).toBeUndefined();
    expect(hub.open).toBe(0);
    await expect(begin(hub)).rejects.toMatchObject({ code: "streams_exhausted" });
  });
});
