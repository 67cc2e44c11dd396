import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import {
  databaseKinds,
  type TestDatabase,
  useDatabase,
} from "../../../tests/support/useDatabase.ts";
import { createTenant } from "../src/createTenant.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { exportGroupMembers } from "../src/exportGroupMembers.ts";
import { exportLearners } from "../src/exportLearners.ts";
import { importGroupMembers } from "../src/importGroupMembers.ts";
import { listGroupMembers } from "../src/listGroupMembers.ts";
import { listGroups } from "../src/listGroups.ts";
import { putGroup } from "../src/putGroup.ts";
import { putGroupMember } from "../src/putGroupMember.ts";
import { putGroupMembers } from "../src/putGroupMembers.ts";
import { putLearner } from "../src/putLearner.ts";
import { readGroup } from "../src/readGroup.ts";
import { removeGroupMember } from "../src/removeGroupMember.ts";
import { at } from "./support/at.ts";

let groups = 0;
/** A group that no other test of the file knows. */
async function newGroup({ app }: TestDatabase): Promise<string> {
  groups++;
  const group = `group-${groups}`;
  await putGroup(app, { group, name: "A group" });
  return group;
}

/** Every membership of a group as learner, first minute, last minute; the oldest first. */
async function membershipsOf({ superuser }: TestDatabase, group: string): Promise<unknown[][]> {
  const { rows } = await superuser.query<{ learner: string; joined: Date; left: Date | null }>(
    `select r.external_id as learner, m.joined_at as joined, m.left_at as left
     from milepost.group_member m join milepost.learner_group g using (group_id)
     join milepost.learner r using (bucket, learner_id)
     where g.external_id = $1 order by 1, 2`,
    [group],
  );
  const minute = (date: Date | null) => date && (date.getTime() - at(0).getTime()) / 60_000;
  return rows.map(({ learner, joined, left }) => [learner, minute(joined), minute(left)]);
}

describe.each(databaseKinds)("groups on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  const now = { now: at(100) };

  test("a group is created once, and renamed with its members where they were", async () => {
    const group = { group: "night-shift", name: "Night shift", kind: "team" };
    const created = { id: "night-shift", name: "Night shift", kind: "team", createdAt: at(1) };
    expect(await putGroup(db(), group, { now: at(1) })).toEqual({
      ...created,
      memberCount: 0,
      created: true,
    });
    await putGroupMembers(db(), { group: "night-shift", learners: ["ada", "bob"] }, now);
    const renamed = { ...created, name: "Nights", kind: null, memberCount: 2 };
    expect(await putGroup(db(), { group: "night-shift", name: "Nights" }, now)).toEqual({
      ...renamed,
      created: false,
    });
    expect(await readGroup(db(), { group: "night-shift" })).toEqual(renamed);
  });

  test.each([
    [{ group: "", name: "N" }, "id_out_of_range"],
    [{ group: "g".repeat(256), name: "N" }, "id_out_of_range"],
    [{ group: "g", name: "" }, "text_out_of_range"],
    [{ group: "g", name: "n".repeat(1001) }, "text_out_of_range"],
    [{ group: "g", name: "N", kind: "" }, "text_out_of_range"],
    [{ group: "g", name: "N", kind: "k".repeat(101) }, "text_out_of_range"],
  ])("a group that can't be stored is refused: %j", async (group, code) => {
    await expect(putGroup(db(), group)).rejects.toMatchObject({ code });
  });

  test("texts as long as they may be are kept", async () => {
    const group = { group: "g".repeat(255), name: "n".repeat(1000), kind: "k".repeat(100) };
    expect(await putGroup(db(), group)).toMatchObject({ id: group.group, kind: group.kind });
  });

  test("a group that is not there is refused, and no learner is created for it", async () => {
    const group = "nowhere";
    const learner = "only-here";
    const unknown = { code: "group_not_found", subject: expect.objectContaining({ group }) };
    const acts = [
      readGroup(db(), { group }),
      listGroupMembers(db(), { group }),
      putGroupMembers(db(), { group, learners: [learner] }),
      putGroupMember(db(), { group, learner }),
      removeGroupMember(db(), { group, learner }),
    ];
    for (const act of await Promise.allSettled(acts)) {
      expect(act).toMatchObject({ status: "rejected", reason: unknown });
    }
    const { items } = await exportLearners(db(), { limit: 1000 });
    expect(items.map((item) => item.learner)).not.toContain(learner);
  });

  test("memberships move with their history, and the same twice is the same once", async () => {
    const group = await newGroup(database);
    await putGroupMember(db(), { group, learner: "mo", joinedAt: at(1) }, now);
    await removeGroupMember(db(), { group, learner: "mo", leftAt: at(2) }, now);
    await putGroupMember(db(), { group, learner: "mo", joinedAt: at(3) }, now);
    const pages = [await exportGroupMembers(db(), { limit: 1 })];
    for (let page = pages[0]; page?.next; page = pages.at(-1)) {
      pages.push(await exportGroupMembers(db(), { limit: 1, after: page.next }));
    }
    const ours = pages.flatMap(({ items }) => items).filter((item) => item.group === group);
    const mo = { group, learner: "mo" };
    expect(ours).toEqual([
      { ...mo, joinedAt: at(1), leftAt: at(2) },
      { ...mo, joinedAt: at(3), leftAt: null },
    ]);

    const tenant = "moved-to";
    await createTenant(database.superuser, { tenant });
    await putGroup(db(), { group, name: "Moved" }, { tenant });
    const move = () => importGroupMembers(db(), { memberships: ours }, { tenant, now: at(100) });
    expect(await move()).toEqual([{ status: "recorded" }, { status: "recorded" }]);
    expect(await move()).toEqual([{ status: "unchanged" }, { status: "unchanged" }]);
    const there = (await exportGroupMembers(db(), {}, { tenant })).items;
    expect(there).toEqual(ours);
  });

  test("a membership that cannot have been is refused alone, and nobody is created for it", async () => {
    const group = await newGroup(database);
    const rows = [
      [group, "pat", at(10), at(20)],
      [group, "pat", at(15), null],
      [group, "pat", at(5), at(11)],
      [group, "pat", at(20), null],
      [group, "pat", at(30), at(30)],
      [group, "pat", at(30), at(101)],
      [group, "pat", at(101), null],
      [group, "pat", new Date("1999-12-31T00:00:00Z"), at(1)],
      [group, "", at(10), null],
      ["nowhere", "nobody-here", at(10), null],
    ] as const;
    const memberships = rows.map(([group, learner, joinedAt, leftAt]) => {
      return { group, learner, joinedAt, leftAt };
    });
    const results = await importGroupMembers(db(), { memberships }, now);
    expect(results.map((result) => ("code" in result ? result.code : result.status))).toEqual([
      "recorded",
      "membership_overlaps",
      "membership_overlaps",
      "recorded",
      ...Array.from({ length: 4 }, () => "time_out_of_range"),
      "id_out_of_range",
      "group_not_found",
    ]);
    expect(await membershipsOf(database, group)).toEqual([
      ["pat", 10, 20],
      ["pat", 20, null],
    ]);
    const { items } = await exportLearners(db(), { limit: 1000 });
    expect(items.map(({ learner }) => learner)).not.toContain("nobody-here");
    const tooMany = Array.from({ length: 5_001 }, () => memberships[0] as never);
    const refused = importGroupMembers(db(), { memberships: tooMany });
    await expect(refused).rejects.toMatchObject({ code: "batch_too_large" });
  });

  test("learners join in bulk, unknown ones created bare, and a refused one fails alone", async () => {
    const group = await newGroup(database);
    await putGroupMember(db(), { group, learner: "cy" }, { now: at(5) });
    const learners = ["cy", "new-1", "", "x".repeat(256), "new-2", "new-1"];
    const joined = { status: "recorded", joinedAt: at(50) };
    const refused = { status: "refused", code: "id_out_of_range" };
    const bulk = { group, learners, joinedAt: at(50) };
    expect(await putGroupMembers(db(), bulk, now)).toEqual([
      { status: "unchanged", joinedAt: at(5) },
      ...[joined, refused, refused, joined, joined],
    ]);
    const again = await putGroupMembers(db(), { ...bulk, joinedAt: at(10) }, now);
    expect(again.map(({ status }) => status)).toEqual([
      "unchanged",
      "unchanged",
      "refused",
      "refused",
      "unchanged",
      "unchanged",
    ]);
    expect(await membershipsOf(database, group)).toEqual([
      ["cy", 5, null],
      ["new-1", 50, null],
      ["new-2", 50, null],
    ]);
    expect(await putGroupMembers(db(), { group, learners: [] })).toEqual([]);
  });

  test("10,000 learners join at once and 10,001 are refused whole", async () => {
    const group = await newGroup(database);
    const learners = Array.from({ length: 10_001 }, (_, n) => `bulk-${n}`);
    await expect(putGroupMembers(db(), { group, learners })).rejects.toMatchObject({
      code: "batch_too_large",
    });
    const results = await putGroupMembers(db(), { group, learners: learners.slice(1) });
    expect(results.filter(({ status }) => status === "recorded")).toHaveLength(10_000);
    expect(await readGroup(db(), { group })).toMatchObject({ memberCount: 10_000 });
  });

  test("who leaves and comes back has two memberships, and stands in the list while one goes on", async () => {
    const group = await newGroup(database);
    const member = { group, learner: "ada" };
    await putLearner(db(), { learner: "ada", name: "Ada" });
    const list = async () => (await listGroupMembers(db(), { group })).items;
    const stands = { outcome: "recorded", ...member, leftAt: null };
    expect(await putGroupMember(db(), member, { now: at(1) })).toEqual({
      ...stands,
      joinedAt: at(1),
    });
    expect(await list()).toEqual([{ learner: "ada", name: "Ada", joinedAt: at(1) }]);

    const left = { ...member, joinedAt: at(1), leftAt: at(2) };
    const remove = () => removeGroupMember(db(), { ...member, leftAt: at(2) }, now);
    expect(await remove()).toEqual({ outcome: "recorded", ...left });
    expect(await remove()).toEqual({ outcome: "unchanged", ...left });
    expect(await list()).toEqual([]);
    expect(await readGroup(db(), { group })).toMatchObject({ memberCount: 0 });

    expect(await putGroupMember(db(), member, { now: at(3) })).toEqual({
      ...stands,
      joinedAt: at(3),
    });
    expect(await membershipsOf(database, group)).toEqual([
      ["ada", 1, 2],
      ["ada", 3, null],
    ]);
    expect(await list()).toEqual([{ learner: "ada", name: "Ada", joinedAt: at(3) }]);
  });

  test("a membership begins no earlier than the one before it ended", async () => {
    const group = await newGroup(database);
    const member = { group, learner: "ada" };
    await putGroupMember(db(), { ...member, joinedAt: at(10) }, now);
    await removeGroupMember(db(), { ...member, leftAt: at(20) }, now);
    const back = await putGroupMember(db(), { ...member, joinedAt: at(15) }, now);
    expect(back).toMatchObject({ outcome: "recorded", joinedAt: at(20) });
    expect(await membershipsOf(database, group)).toEqual([
      ["ada", 10, 20],
      ["ada", 20, null],
    ]);
  });

  test.each([at(10), at(9)])(
    "a membership left by %s, no later than it began, was none",
    async (leftAt) => {
      const group = await newGroup(database);
      const member = { group, learner: "ada" };
      await putGroupMember(db(), { ...member, joinedAt: at(1) }, now);
      await removeGroupMember(db(), { ...member, leftAt: at(5) }, now);
      await putGroupMember(db(), { ...member, joinedAt: at(10) }, now);
      expect(await removeGroupMember(db(), { ...member, leftAt }, now)).toEqual({
        outcome: "recorded",
        ...member,
        joinedAt: at(1),
        leftAt: at(5),
      });
      expect(await membershipsOf(database, group)).toEqual([["ada", 1, 5]]);
    },
  );

  test("who never belonged is left as they are, and someone unknown is refused", async () => {
    const group = await newGroup(database);
    await putLearner(db(), { learner: "stranger" });
    expect(await removeGroupMember(db(), { group, learner: "stranger" })).toEqual({
      outcome: "unchanged",
      group,
      learner: "stranger",
      joinedAt: null,
      leftAt: null,
    });
    const unknown = removeGroupMember(db(), { group, learner: "nobody" });
    await expect(unknown).rejects.toMatchObject({ code: "learner_not_found" });
    const long = putGroupMember(db(), { group, learner: "x".repeat(256) });
    await expect(long).rejects.toMatchObject({ code: "id_out_of_range" });
  });

  test("times ahead of our clock are taken as now, and others out of range refused", async () => {
    const group = await newGroup(database);
    const member = { group, learner: "ada" };
    const early = { ...member, joinedAt: at(101) };
    expect(await putGroupMember(db(), early, now)).toMatchObject({ joinedAt: at(100) });
    const late = { ...member, leftAt: at(999) };
    expect(await removeGroupMember(db(), late, { now: at(110) })).toMatchObject({
      leftAt: at(110),
    });
    const ancient = new Date("1999-12-31T23:59:59.999Z");
    const acts = [
      putGroupMember(db(), { ...member, joinedAt: ancient }),
      putGroupMembers(db(), { group, learners: ["ada"], joinedAt: ancient }),
      removeGroupMember(db(), { ...member, leftAt: ancient }),
    ];
    for (const act of await Promise.allSettled(acts)) {
      expect(act).toMatchObject({ status: "rejected", reason: { code: "time_out_of_range" } });
    }
  });

  test("a learner belongs to any number of groups, and leaving one leaves the others", async () => {
    const [one, other] = [await newGroup(database), await newGroup(database)];
    for (const group of [one, other]) await putGroupMember(db(), { group, learner: "bo" }, now);
    await removeGroupMember(db(), { group: one, learner: "bo" }, { now: at(101) });
    expect(await readGroup(db(), { group: one })).toMatchObject({ memberCount: 0 });
    expect(await readGroup(db(), { group: other })).toMatchObject({ memberCount: 1 });
  });

  test("groups are listed by id, in the order of their bytes, with their members counted", async () => {
    await createTenant(database.superuser, { tenant: "sorted" });
    const scope = { tenant: "sorted" };
    const ids = ["B", "a", "Ä", "a-1", "a1", "b", "ж", "10", "9", "🎓"];
    for (const group of ids) await putGroup(db(), { group, name: group }, scope);
    await putGroupMembers(db(), { group: "a1", learners: ["ada", "bob"] }, scope);
    await putGroupMembers(db(), { group: "ж", learners: ["ada", "bob", "cy"] }, scope);
    await eraseLearner(db(), { learner: "cy" }, scope);
    const listed: unknown[] = [];
    let after: string | undefined;
    do {
      const page = await listGroups(db(), { limit: 3, after }, scope);
      listed.push(...page.items.map(({ id, memberCount }) => [id, memberCount]));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const members: Record<string, number> = { a1: 2, ж: 2 };
    const bytes = ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(listed).toEqual(bytes.map((id) => [id, members[id] ?? 0]));
  });

  test("members are listed page by page, each once", async () => {
    const group = await newGroup(database);
    const learners = Array.from({ length: 25 }, (_, n) => `listed-${n}`);
    await putGroupMembers(db(), { group, learners }, now);
    await removeGroupMember(db(), { group, learner: "listed-7" });
    const listed: string[] = [];
    let after: string | undefined;
    do {
      const page = await listGroupMembers(db(), { group, limit: 4, after });
      listed.push(...page.items.map(({ learner }) => learner));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const belonging = learners.filter((learner) => learner !== "listed-7");
    expect(listed.toSorted()).toEqual(belonging.toSorted());
  });
});

// The embedded database has one connection, so these races are the server's alone.
describe("groups in parallel", { timeout: 60_000 }, () => {
  const database = useDatabase("PostgreSQL");
  const db = () => database.app;

  test("a learner added by 20 callers at once has one membership, and one of them began it", async () => {
    const group = await newGroup(database);
    for (let round = 0; round < 10; round++) {
      const member = { group, learner: `raced-${round}` };
      // A learner who is created in the race would be what the callers wait for.
      if (round % 2 === 0) await putLearner(db(), member);
      const answers = await parallel(db(), 20, (client) => putGroupMember(client, member));
      expect(answers.filter(({ outcome }) => outcome === "recorded")).toHaveLength(1);
      expect(new Set(answers.map(({ joinedAt }) => joinedAt?.getTime())).size).toBe(1);
    }
    expect(await membershipsOf(database, group)).toHaveLength(10);
  });

  test("memberships begun and ended at once do not overlap", async () => {
    const group = await newGroup(database);
    const member = { group, learner: "restless" };
    for (let round = 0; round < 20; round++) {
      await parallel<unknown>(db(), 16, (client, n) =>
        n % 2 === 0 ? putGroupMember(client, member) : removed(removeGroupMember(client, member)),
      );
    }
    const memberships = await membershipsOf(database, group);
    expect(memberships.length).toBeGreaterThan(1);
    for (const [n, [, joined]] of memberships.slice(1).entries()) {
      const leftBefore = memberships[n]?.[2];
      expect(leftBefore).not.toBeNull();
      expect(joined).toBeGreaterThanOrEqual(Number(leftBefore));
    }
  });

  test("batches in opposite orders over the same learners never deadlock", async () => {
    const [one, other] = [await newGroup(database), await newGroup(database)];
    for (let round = 0; round < 30; round++) {
      // Some learners are new in each round, so that they are created in the race.
      const learners = Array.from({ length: 20 }, (_, n) => `batch-${round * 5 + n}`);
      await parallel(db(), 8, async (client, n) => {
        const ordered = n % 2 === 0 ? learners : learners.toReversed();
        if (n < 6) {
          await putGroupMembers(client, { group: n % 4 < 2 ? one : other, learners: ordered });
        } else {
          for (const learner of ordered.slice(0, 5)) {
            await removed(removeGroupMember(client, { group: one, learner }));
            await removed(eraseLearner(client, { learner }));
          }
        }
      });
    }
    const { rows } = await database.superuser.query(
      `select from milepost.group_member where left_at is null
       group by bucket, group_id, learner_id having count(*) > 1`,
    );
    expect(rows).toEqual([]);
  });

  /** Someone who is not there yet, or not any more, is what these races are about. */
  async function removed(act: Promise<unknown>): Promise<void> {
    await act.catch((error: { code?: string }) => {
      if (error.code !== "learner_not_found") throw error;
    });
  }
});
