import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { doctor } from "../src/doctor.ts";
import { enrollMany } from "../src/enrollMany.ts";
import type { Difference, Queryable } from "../src/types.ts";
import {
  attemptCorruptions,
  factCorruptions,
  feedCorruptions,
  ledgerCorruptions,
  reportCorruptions,
} from "./support/corruptions.ts";
import { fillTenant } from "./support/fillTenant.ts";
import { onDay } from "./support/onDay.ts";

const corruptions = [
  ...attemptCorruptions,
  ...ledgerCorruptions,
  ...factCorruptions,
  ...reportCorruptions,
  ...feedCorruptions,
];

/** `bob 1 column`, with the lesson before the column where it is one's, or `course column`. */
function named({ course, learner, attempt, lesson, column }: Difference): string {
  const whose = learner === null ? [course] : [learner.replace("a-", ""), attempt];
  return [...whose, ...(lesson === null ? [] : [lesson.replace("a-", "")]), column].join(" ");
}

describe.each(databaseKinds)("the doctor on %s", (kind) => {
  const database = useDatabase(kind);
  beforeAll(async () => {
    await fillTenant(database, { tenant: "default", mark: "a-" });
    await fillTenant(database, { tenant: "other", mark: "b-" });
  });

  const guarded = ["tenant", "learner", "enrollment", "lesson_progress", "progress_event"];
  const tables = [...guarded, "outline_change", "event_receipt", "feed_segment"];
  /** Runs `act` as a superuser in a transaction that leaves nothing behind. */
  const aside = async <T>(act: (client: Queryable) => Promise<T>): Promise<T> => {
    const client = await database.superuser.connect();
    try {
      await client.query("begin");
      return await act(client);
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
  const corrupt = async (client: Queryable, sql: string) => {
    const triggers = (state: string) =>
      tables.map((table) => `alter table milepost.${table} ${state} trigger all;`).join("\n");
    await client.query(triggers("disable"));
    await client.query(sql);
    await client.query(triggers("enable"));
  };
  const entries = async (client: Queryable) => {
    const { rows } = await client.query(
      "select type::text, data, actor, source from milepost.progress_event order by event_no",
    );
    return rows;
  };

  test("finds nothing where nothing was tampered with, and says how much it looked at", async () => {
    const { rows } = await database.superuser.query<{ attempts: number }>(
      `select count(*)::int as attempts from milepost.enrollment e
       join milepost.tenant t using (tenant_id) where t.name = 'other'`,
    );
    const attempts = rows[0]?.attempts;
    expect(attempts).toBeGreaterThan(10);
    const report = await doctor(database.superuser, {}, { tenant: "other" });
    expect(report).toEqual({ attempts, differenceCount: 0, differences: [] });
  });

  test("finds nothing in a tenant without anything", async () => {
    await database.superuser.query("select milepost.create_tenant('empty')");
    expect(await doctor(database.superuser, {}, { tenant: "empty" })).toEqual({
      attempts: 0,
      differenceCount: 0,
      differences: [],
    });
  });

  test("knows no tenant that does not exist", async () => {
    await expect(doctor(database.superuser, {}, { tenant: "nobody" })).rejects.toMatchObject({
      code: "tenant_not_found",
    });
  });

  test("has statistics taken of a table that has grown, and of no other", async () => {
    const known = "select relname from pg_class where relname = any ($1) and reltuples > 0";
    const asked = [["outline_change", "learner"]];
    await aside(async (client) => {
      expect((await client.query(known, asked)).rows).toEqual([]);
      await client.query(
        `insert into milepost.learner (bucket, tenant_id, external_id, name, created_at)
         select 1, t.tenant_id, 'grown-' || n, repeat('x', 200), now()
         from generate_series(1, 5000) n
         join milepost.tenant t on t.name = 'other'`,
      );
      await doctor(client);
      expect((await client.query(known, asked)).rows).toEqual([{ relname: "learner" }]);
    });
  });

  test("repairs nothing where nothing is wrong, and writes nothing", async () => {
    await aside(async (client) => {
      const before = await entries(client);
      await doctor(client, { repair: true });
      expect(await entries(client)).toEqual(before);
    });
  });

  test.each(corruptions.map((it) => [it.what, it] as const))(
    "finds %s, mends what can be mended and finds that no more",
    async (_what, it) => {
      const { sql, found, stays = [] } = it;
      await aside(async (client) => {
        await corrupt(client, sql);
        const first = await doctor(client);
        expect(first.differences.map(named).sort()).toEqual([...found].sort());
        expect(first.differenceCount).toBe(found.length);
        expect(first.differences.every(({ repaired }) => !repaired)).toBe(true);

        const { differences } = await doctor(client, { repair: true });
        const kept = differences.filter(({ repaired }) => !repaired);
        expect(differences.map(named).sort()).toEqual([...found].sort());
        expect(kept.map(named).sort()).toEqual([...stays].sort());

        const again = (await doctor(client)).differences.map(named);
        const number = expect.stringMatching(/^ feed: entry \d+$/);
        expect(again.sort()).toEqual([...stays, ...(it.leavesNumber ? [number] : [])].sort());
      });
    },
  );

  test("says what is stored and what the facts say", async () => {
    await aside(async (client) => {
      await corrupt(
        client,
        `update milepost.enrollment set completed_lessons = 0 where learner_id = (
           select learner_id from milepost.learner where external_id = 'a-bob')`,
      );
      const { differences } = await doctor(client);
      expect(differences.map(({ column, stored, derived }) => [column, stored, derived])).toEqual([
        ["completed_lessons", "0", "1"],
        ["progress_percentage", "0.00", "50.00"],
      ]);
    });
  });

  test("puts what it mends on record, before and after, with who asked for it", async () => {
    await aside(async (client) => {
      const before = await entries(client);
      await corrupt(
        client,
        `update milepost.enrollment set completed_lessons = 0 where learner_id = (
           select learner_id from milepost.learner where external_id = 'a-bob');
         update milepost.course set total_lessons = 9 where external_id = 'a-gs'`,
      );
      await doctor(client, { repair: true }, { actor: "cli", now: onDay(40) });
      const added = (await entries(client)).slice(before.length);
      expect(added).toEqual([
        {
          type: "progress.repaired",
          actor: "cli",
          source: "doctor",
          data: {
            before: { outline_version: 3, required_version: 3, total_lessons: 9 },
            after: { outline_version: 3, required_version: 3, total_lessons: 4 },
          },
        },
        {
          type: "progress.repaired",
          actor: "cli",
          source: "doctor",
          data: {
            before: expect.objectContaining({ completed_lessons: 0, progress_percentage: 0 }),
            after: expect.objectContaining({ completed_lessons: 1, progress_percentage: 50 }),
          },
        },
      ]);
    });
  });

  test("gives a completion taken back its own instant again, not today's", async () => {
    await aside(async (client) => {
      const stored = async () => {
        const { rows } = await client.query(
          `select e.completed_at, e.completed_outline_version, e.counted_version
           from milepost.enrollment e join milepost.learner r using (bucket, learner_id)
           where r.external_id = 'a-hal'`,
        );
        return rows;
      };
      const before = await stored();
      expect(before).toEqual([
        { completed_at: onDay(2), completed_outline_version: 2, counted_version: 2 },
      ]);
      await corrupt(
        client,
        `update milepost.enrollment set completed_lessons = 0, total_lessons = 4, completed_at = null,
           counted_version = 3, completed_outline_version = null
         where learner_id = (select learner_id from milepost.learner where external_id = 'a-hal')`,
      );
      await doctor(client, { repair: true });
      expect(await stored()).toEqual(before);
    });
  });

  test("looks into one tenant and mends in that one alone", async () => {
    await aside(async (client) => {
      await corrupt(
        client,
        `update milepost.enrollment set completed_lessons = 0
         where completed_lessons = 1 and completed_at is null;
         update milepost.course set total_lessons = total_lessons + 1`,
      );
      const { differenceCount } = await doctor(client, { repair: true }, { tenant: "other" });
      expect(differenceCount).toBeGreaterThan(5);
      expect((await doctor(client, {}, { tenant: "other" })).differenceCount).toBe(0);
      expect((await doctor(client)).differenceCount).toBe(differenceCount);
    });
  });

  test("counts all differences, names the first thousand and mends them all", async () => {
    await aside(async (client) => {
      const learners = Array.from({ length: 600 }, (_, n) => `many-${n}`);
      await enrollMany(client, { course: "a-fs", learners });
      await corrupt(
        client,
        `update milepost.enrollment set completed_lessons = 1 where learner_id in (
           select learner_id from milepost.learner where external_id like 'many-%')`,
      );
      const report = await doctor(client, { repair: true });
      expect(report.differenceCount).toBe(1200);
      expect(report.differences).toHaveLength(1000);
      expect(report.differences.every(({ repaired }) => repaired)).toBe(true);
      expect((await doctor(client)).differenceCount).toBe(0);
    });
  });
});
