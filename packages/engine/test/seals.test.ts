import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { listSeals } from "../src/audit/listSeals.ts";
import { type PathStep, pathsOf } from "../src/audit/pathsOf.ts";
import { type Evidence, readEvidence } from "../src/audit/readEvidence.ts";
import { sealAllCompletions, sealCompletions } from "../src/audit/sealCompletions.ts";
import { verifySeals } from "../src/audit/verifySeals.ts";
import { completeLesson } from "../src/completeLesson.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import type { Queryable } from "../src/types.ts";
import { fillTenant } from "./support/fillTenant.ts";
import { sealTamperings } from "./support/sealTamperings.ts";

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** As RFC 9162, section 2.1.1, defines it, from the top. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (hashes.length === 1 && only !== undefined) return only;
  const half = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  return sha256("\x01", rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)));
}

const bytes = (hex: string) => Buffer.from(hex, "hex");

/** Where a path leads to from the hash of a leaf. */
function walk(path: readonly PathStep[], from: Buffer): Buffer {
  return path.reduce(
    (node, [side, beside]) =>
      side === "left" ? sha256("\x01", bytes(beside), node) : sha256("\x01", node, bytes(beside)),
    from,
  );
}

describe.each(databaseKinds)("seals on %s", (kind) => {
  const database = useDatabase(kind);
  beforeAll(async () => {
    await fillTenant(database, { tenant: "default", mark: "a-" });
    await fillTenant(database, { tenant: "other", mark: "b-" });
    // The second seal of a chain.
    await completeLesson(database.app, { learner: "a-bob", lesson: "a-fs-2" });
    await sealAllCompletions(database.app);
    await sealAllCompletions(database.app, {}, { tenant: "other" });
  });

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
  const tamper = async (client: Queryable, sql: string) => {
    const guarded = ["learner", "enrollment", "lesson_progress", "progress_event", "seal"];
    const triggers = (state: string) =>
      guarded.map((table) => `alter table milepost.${table} ${state} trigger all;`).join("\n");
    await client.query(triggers("disable"));
    await client.query(sql);
    await client.query(triggers("enable"));
  };

  test("hold every completion of the ledger, each once", async () => {
    const { rows } = await database.superuser.query<{ n: number }>(
      `select count(*)::int as n from milepost.progress_event pe
       join milepost.tenant t using (tenant_id)
       where t.name = 'default' and pe.type in ('lesson.completed', 'course.completed')`,
    );
    const report = await verifySeals(database.superuser);
    expect(rows[0]?.n).toBeGreaterThan(10);
    expect(report).toMatchObject({
      seals: 2,
      sealedCompletions: rows[0]?.n,
      unsealedCompletions: 0,
      findingCount: 0,
      findings: [],
    });
  });

  test("are made of what is new, and of nothing where nothing is", async () => {
    const nothing = { seal: null, completions: 0, hasMore: false };
    expect(await sealCompletions(database.app)).toEqual(nothing);
  });

  test("are left to the primary by a standby, which can verify them", async () => {
    await aside(async (client) => {
      await completeLesson(client, { learner: "a-late", lesson: "a-fs-1" });
      await client.query("set transaction read only");
      expect((await sealCompletions(client)).seal).toBeNull();
      const found = { seals: 2, unsealedCompletions: 1, findingCount: 0 };
      expect(await verifySeals(client)).toMatchObject(found);
    });
  });

  test.each(sealTamperings.map((it) => [it.what, it] as const))("find %s", async (_what, it) => {
    await aside(async (client) => {
      await tamper(client, it.sql);
      const { findings } = await verifySeals(client);
      expect(findings[0]).toMatchObject(it.first);
    });
  });

  test("hold after a learner is erased, and name nobody then", async () => {
    await aside(async (client) => {
      await eraseLearner(client, { learner: "a-ada" });
      const report = await verifySeals(client);
      expect([report.findingCount, report.seals]).toEqual([0, 2]);
      const { rows } = await client.query(
        `select r.seal_salt, length(r.seal_mark) as mark from milepost.learner r
         where r.erased_at = (select max(erased_at) from milepost.learner)`,
      );
      expect(rows).toEqual([{ seal_salt: null, mark: 32 }]);
    });
  });

  test("are a tree as the RFC has it, whatever its size", async () => {
    const leaves = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(leaves, async (given) => {
        const hashes = given.map((bytes) => Buffer.from(bytes));
        const root = "select milepost.merkle_root($1) as root";
        const { rows } = await database.superuser.query<{ root: Buffer }>(root, [hashes]);
        expect(rows[0]?.root).toEqual(rootOf(hashes));
        const hex = hashes.map((hash) => hash.toString("hex"));
        for (const [place, path] of pathsOf(hex, [1, hashes.length])) {
          expect(walk(path, hashes[place - 1] ?? Buffer.of())).toEqual(rootOf(hashes));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("prove a learner's completions, and show no other's", async () => {
    const evidence: Evidence[] = [];
    const pages = readEvidence(database.app, { learner: "a-ada" });
    for await (const page of pages) evidence.push(...page);
    const seals = (await listSeals(database.app)).items;
    expect(evidence.length).toBeGreaterThan(2);
    for (const { leaf, path, seal, learner, salt } of evidence) {
      expect(learner).toBe("a-ada");
      const mark = sha256(bytes((salt ?? "").replaceAll("-", "")), "a-ada");
      expect(JSON.parse(leaf)[2]).toBe(mark.toString("hex"));
      const root = walk(path, sha256("\x00", leaf));
      expect(root.toString("hex")).toBe(seals[seal - 1]?.root);
    }
  });
});
