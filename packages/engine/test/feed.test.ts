import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { createTenant } from "../src/createTenant.ts";
import { doctor } from "../src/doctor.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { ledgerEntryTypes } from "../src/ledgerEntryTypes.ts";
import { putOutline } from "../src/putOutline.ts";
import { readFeed } from "../src/readFeed.ts";
import { readTimeline } from "../src/readTimeline.ts";
import { at } from "./support/at.ts";
import { newCourse } from "./support/newCourse.ts";

describe.each(databaseKinds)("the feed on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  const latest = async () => (await readFeed(db(), { after: "latest" })).next;

  test("has the ledger's entries in the order of their commits, page by page", async () => {
    const after = await latest();
    const { course, learner, lesson } = await newCourse(db(), ["a", "b"]);
    await completeLesson(db(), { learner, lesson: lesson("a"), at: at(1) });
    await completeLesson(db(), { learner, lesson: lesson("b"), at: at(2) });
    const whole = await readFeed(db(), { after });
    expect(whole.items.map(({ type }) => type)).toEqual([
      "outline.changed",
      "enrollment.created",
      "lesson.completed",
      "lesson.completed",
      "course.completed",
    ]);
    const timeline = await readTimeline(db(), { course, learner });
    expect(whole.items.slice(1)).toEqual(
      timeline.items.map((entry, i) => {
        const { cursor, position } = whole.items[i + 1] ?? {};
        return { ...entry, course, learner, cursor, position };
      }),
    );
    const paged = [];
    let cursor = after;
    for (let hasMore = true; hasMore; ) {
      const page = await readFeed(db(), { after: cursor, limit: 2 });
      paged.push(...page.items);
      cursor = page.next;
      hasMore = page.hasMore;
    }
    expect(paged).toEqual(whole.items);
    expect(cursor).toBe(whole.next);
    expect(await readFeed(db(), { after: cursor })).toEqual({
      items: [],
      next: cursor,
      position: whole.position,
      hasMore: false,
    });
  });

  test("goes on after any one of its entries", async () => {
    const after = await latest();
    const { learner, lesson } = await newCourse(db(), ["a"]);
    await completeLesson(db(), { learner, lesson: lesson("a") });
    const { items } = await readFeed(db(), { after });
    for (const [i, { cursor }] of items.entries()) {
      expect((await readFeed(db(), { after: cursor })).items).toEqual(items.slice(i + 1));
    }
  });

  test("of some types, or of one learner, has those alone and says how far it looked", async () => {
    const after = await latest();
    const { course, learner, lesson } = await newCourse(db(), ["a"]);
    for (const who of [learner, `${learner}-2`]) {
      await completeLesson(db(), { learner: who, lesson: lesson("a") });
    }
    const types = ["course.completed" as const];
    const completed = await readFeed(db(), { after, types });
    expect(completed.items.map((entry) => [entry.learner, entry.course])).toEqual([
      [learner, course],
      [`${learner}-2`, course],
    ]);
    expect(completed).toMatchObject({ next: await latest(), hasMore: false });
    const own = await readFeed(db(), { after, learner });
    expect(own.items.map(({ type }) => type)).toEqual([
      "enrollment.created",
      "lesson.completed",
      "course.completed",
    ]);
    const nobody = await readFeed(db(), { after, learner: "nobody" });
    expect(nobody).toMatchObject({ items: [], next: await latest(), hasMore: false });
    const first = await readFeed(db(), { after, types, limit: 1 });
    expect(first.hasMore).toBe(true);
    const second = await readFeed(db(), { after: first.next, types, limit: 1 });
    expect(second.items[0]?.learner).toBe(`${learner}-2`);
  });

  test("looks at 10,000 entries a call, however rare what it looks for is", async () => {
    const after = await latest();
    const { learner, lesson } = await newCourse(db(), ["a"]);
    await database.asOwner(
      async (client) => {
        await client.query("select milepost.use_tenant('default')");
        await client.query(`
          insert into milepost.progress_event (bucket, tenant_id, type, occurred_at, received_at)
          select i % 1024, 1, 'progress.repaired', now(), now() from generate_series(1, 11000) i`);
      },
      { commit: true },
    );
    await completeLesson(db(), { learner, lesson: lesson("a") });
    const request = { types: ["course.completed" as const] };
    const empty = await readFeed(db(), { ...request, after });
    expect(empty).toMatchObject({ items: [], hasMore: true });
    const found = await readFeed(db(), { ...request, after: empty.next });
    expect(found.items.map((entry) => entry.learner)).toEqual([learner]);
    expect(found.hasMore).toBe(false);
  });

  test("keeps tenants apart, each counting from 1", async () => {
    const tenant = `feed-${kind.toLowerCase()}`;
    await createTenant(database.superuser, { tenant });
    await newCourse(db(), ["a"]);
    expect(await readFeed(db(), {}, { tenant })).toMatchObject({ items: [] });
    const lessons = [{ id: "one", title: "One" }];
    await putOutline(db(), { course: "c", title: "C", lessons }, { tenant });
    await completeLesson(db(), { learner: "ada", lesson: "one" }, { tenant });
    const { items } = await readFeed(db(), {}, { tenant });
    expect(items.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });

  test("knows an erased learner no more, and that they were erased", async () => {
    const after = await latest();
    const { learner, lesson } = await newCourse(db(), ["a"]);
    await completeLesson(db(), { learner, lesson: lesson("a") });
    await eraseLearner(db(), { learner });
    const { items } = await readFeed(db(), { after });
    expect(items.at(-1)?.type).toBe("learner.erased");
    expect(items.map((entry) => entry.learner)).toEqual(items.map(() => null));
    expect(JSON.stringify(items)).not.toContain(learner);
  });

  test("writes nothing where there is nothing new", async () => {
    await latest();
    const position = async () =>
      (await database.superuser.query("select xmin, f.* from milepost.feed_position f")).rows;
    const before = await position();
    await latest();
    await readFeed(db());
    expect(await position()).toEqual(before);
  });

  test("is told as far as it is numbered where nothing can be written", async () => {
    const before = await latest();
    const { learner, lesson } = await newCourse(db(), ["a"]);
    await completeLesson(db(), { learner, lesson: lesson("a") });
    await database.asApp(async (client) => {
      await client.query("set transaction read only");
      expect(await readFeed(client, { after: before })).toMatchObject({ items: [], next: before });
    });
    expect((await readFeed(db(), { after: before })).items).toHaveLength(4);
  });

  test("restored into another database it lacks nothing and repeats nothing", async () => {
    const { learner, lesson } = await newCourse(db(), ["a", "b"]);
    await completeLesson(db(), { learner, lesson: lesson("a") });
    const before = (await readFeed(db(), { after: await latest() })).next;
    await completeLesson(db(), { learner, lesson: lesson("b") });
    // As it arrives from a cluster whose transactions had come much further.
    await database.superuser.query(`
      update milepost.feed_position set database_id = '1/2', seen_before = 1e15, seen_open = '{7}'`);
    const { items } = await readFeed(db(), { after: before });
    expect(items.map(({ type }) => type)).toEqual(["lesson.completed", "course.completed"]);
    await completeLesson(db(), { learner: `${learner}-2`, lesson: lesson("b") });
    const later = await readFeed(db(), { after: before });
    expect(later.items.map(({ type }) => type)).toEqual([
      ...["lesson.completed", "course.completed", "enrollment.created", "lesson.completed"],
    ]);
  });

  test("repeats nothing once transactions come to the numbers that a restored ledger says", async () => {
    const tenant = "restored";
    await createTenant(database.superuser, { tenant });
    const scope = { tenant };
    const lessons = ["a", "b"].map((id) => ({ id, title: id }));
    await putOutline(db(), { course: "c", title: "C", lessons }, scope);
    for (let n = 0; n < 20; n++) {
      await completeLesson(db(), { learner: `p${n}`, lesson: "a" }, scope);
    }
    const { position } = await readFeed(db(), { after: "latest" }, scope);
    await completeLesson(db(), { learner: "p0", lesson: "b" }, scope);
    // The numbers that come next here, each of them: of this call's own transaction, too.
    await database.superuser.query(`
      alter table milepost.progress_event disable trigger all;
      update milepost.progress_event set tx = txid_current() + event_no % 40
      where tenant_id = (select tenant_id from milepost.tenant where name = 'restored');
      alter table milepost.progress_event enable trigger all;
      alter table milepost.progress_event enable always trigger ledger_never_changes;
      alter table milepost.progress_event enable always trigger ledger_never_deleted;
      alter table milepost.progress_event enable always trigger ledger_never_truncated;
      update milepost.feed_position set database_id = '1/2', seen_before = 1e15
      where tenant_id = (select tenant_id from milepost.tenant where name = 'restored');`);

    const found = async () => {
      const { rows } = await database.superuser.query(
        "select xmin, f.* from milepost.feed_position f",
      );
      return [rows, (await doctor(database.superuser, {}, scope)).differences];
    };
    expect(await readFeed(db(), { after: "latest" }, scope)).toMatchObject({
      position: position + 2,
    });
    const restored = await found();
    expect(restored[1]).toEqual([]);
    for (let n = 0; n < 50; n++) {
      const last = await readFeed(db(), { after: "latest" }, scope);
      expect(last.position).toBe(position + 2);
      await database.superuser.query("select txid_current()");
    }
    expect(await found()).toEqual(restored);
    await completeLesson(db(), { learner: "p1", lesson: "b" }, scope);
    const { items } = await readFeed(db(), { limit: 1000 }, scope);
    expect(items.map((entry) => entry.position)).toEqual(items.map((_, n) => n + 1));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items).toHaveLength(position + 4);
    expect(await found()).toEqual([expect.anything(), []]);
  });

  test.each(["nonsense", "WyJhIl0", "LTE"])("refuses the cursor %s", async (after) => {
    await expect(readFeed(db(), { after })).rejects.toMatchObject({ code: "cursor_invalid" });
  });

  test("knows every type of entry that the database knows", async () => {
    const { rows } = await database.superuser.query<{ type: string }>(
      "select unnest(enum_range(null::milepost.event_type))::text as type",
    );
    expect(rows.map(({ type }) => type)).toEqual([...ledgerEntryTypes]);
  });
});
