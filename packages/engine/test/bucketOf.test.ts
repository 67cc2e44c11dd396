import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { bucketOf } from "../src/bucketOf.ts";

const odd = [
  ...["ada", "Ada", " ada", "ada ", "", " ", "0", "null", "a/b", "/a", "//", "default/ada"],
  ...["'", "''", '"', "\\", "\\\\", "\\x41", "$1", "$$", "%", "%2F", "_", ";--", "{ada}", "[1]"],
  ...["\t", "\n", "\r\n", "\u0001", "\u007f", "\u00a0", "\u200b", "\ufeff", "\uffff", "\ufffd"],
  ...["é", "e\u0301", "ß", "ẞ", "İ", "ı", "Ω", "Ω", "ﬁ", "学习者", "학습자", "учащийся", "متعلم"],
  ...["👩‍🏫", "🇩🇪", "\u{10ffff}", "\ud800", "\udfff", "a\u0308\u0323", "\u202eada"],
  ...["ada@example.org", "CN=Ada,OU=Ops", "urn:uuid:0f8e", "a".repeat(255), "学".repeat(255)],
];
const tenants = ["default", "a", "0", "north-sea_2", "x".repeat(63)];
const ids = [...odd, ...Array.from({ length: 800 }, (_, n) => `${odd[n % odd.length]}${n}`)];
const pairs = tenants.flatMap((tenant) => ids.map((learner) => ({ tenant, learner })));

describe.each(databaseKinds)("a learner's bucket on %s", (kind) => {
  const database = useDatabase(kind);

  test("is the same number in SQL and in TypeScript, whatever the id", async () => {
    const { rows } = await database.app.query<{ bucket: number }>(
      `select milepost.bucket_of(tenant, learner) as bucket
       from unnest($1::text[], $2::text[]) with ordinality as i (tenant, learner, n) order by n`,
      [pairs.map(({ tenant }) => tenant), pairs.map(({ learner }) => learner)],
    );
    expect(pairs.length).toBeGreaterThan(4000);
    expect(rows.map(({ bucket }) => bucket)).toEqual(
      pairs.map(({ tenant, learner }) => bucketOf(tenant, learner)),
    );
  });
});

test("a learner's bucket is the one it was when the first row was written", () => {
  expect(
    [
      ["default", "ada"],
      ["default", "学习者"],
      ["default", ""],
      ["other", "ada"],
      ["default", "a/b"],
    ].map(([tenant = "", learner = ""]) => bucketOf(tenant, learner)),
  ).toEqual([759, 637, 597, 610, 718]);
});

test("buckets are 0 to 1023, and learners spread over all of them", () => {
  const counts = new Map<number, number>();
  for (let n = 0; n < 20_480; n++) {
    const bucket = bucketOf("default", `learner-${n}`);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  const buckets = [...counts.keys()].sort((a, b) => a - b);
  expect(buckets).toEqual(Array.from({ length: 1024 }, (_, n) => n));
  // 20 expected in each; 50 would be more than six standard deviations away.
  expect(Math.max(...counts.values())).toBeLessThan(50);
});
