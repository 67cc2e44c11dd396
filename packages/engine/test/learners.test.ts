import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { createTenant } from "../src/createTenant.ts";
import { eraseLearner } from "../src/eraseLearner.ts";
import { listLearners } from "../src/listLearners.ts";
import { putGroup } from "../src/putGroup.ts";
import { putGroupMember } from "../src/putGroupMember.ts";
import { putLearner } from "../src/putLearner.ts";
import { readLearner } from "../src/readLearner.ts";
import { removeGroupMember } from "../src/removeGroupMember.ts";
import { everyPage } from "./support/everyPage.ts";
import { onDay } from "./support/onDay.ts";

const names: Readonly<Record<string, string | undefined>> = {
  "u-1": "Ada Lovelace",
  "u-2": "ada byron",
  "u-3": "Grace Brewster Murray Hopper",
  "U-4": "Ana-María López",
  "love-5": "Émilie du Châtelet",
  "u-6": undefined,
  "u-7": "  100%_sure  ",
};

describe.each(databaseKinds)("learners on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  beforeAll(async () => {
    for (const [learner, name] of Object.entries(names)) {
      await putLearner(db(), { learner, name }, { now: onDay(0) });
    }
    await putLearner(db(), { learner: "gone", name: "Lovely Ghost" });
    await eraseLearner(db(), { learner: "gone" });
  });

  const found = async (search?: string) =>
    (await listLearners(db(), { search })).items.map(({ id }) => id);

  test("are listed by name and then id, those without a name first, erased ones not", async () => {
    const all = ["u-6", "u-7", "u-2", "u-1", "U-4", "u-3", "love-5"];
    expect(await found()).toEqual(all);
    expect(await found("")).toEqual(all);
    const [ada] = (await listLearners(db(), { search: "ada lovelace" })).items;
    expect(ada).toEqual({
      id: "u-1",
      name: "Ada Lovelace",
      email: null,
      locale: null,
      timeZone: null,
      createdAt: onDay(0),
    });
  });

  test.each([
    ["ada", ["u-2", "u-1"]],
    ["ADA L", ["u-1"]],
    [" love ", ["u-1", "love-5"]],
    ["murray h", ["u-3"]],
    ["brew", ["u-3"]],
    ["maría", ["U-4"]],
    ["MARÍA", ["U-4"]],
    ["ló", ["U-4"]],
    ["émi", ["love-5"]],
    ["châ", ["love-5"]],
    ["u-", ["u-6", "u-7", "u-2", "u-1", "U-4", "u-3"]],
    ["hopper", []],
    ["velace", []],
    ["%", []],
    ["100%_", ["u-7"]],
    ["ghost", []],
    ["gone", []],
  ])("are found by the beginning of name, second or third word, or id: %s", async (search, ids) => {
    expect(await found(search)).toEqual(ids);
  });

  test("of the same name come by id, and every page goes on behind the last", async () => {
    const ids = Array.from({ length: 7 }, (_, n) => `twin-${n}`);
    for (const learner of ids.toReversed()) await putLearner(db(), { learner, name: "Sam Twin" });
    for (const search of ["sam", "twin"]) {
      const pages = await everyPage((after) => listLearners(db(), { search, limit: 3, after }));
      expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
      expect(pages.flat().map(({ id }) => id)).toEqual(ids);
    }
  });

  test("have names that are found by what they begin with, however long they are", async () => {
    const name = `${"Ünïcödé ".repeat(124)}end`;
    const learner = "💡".repeat(255);
    await putLearner(db(), { learner, name });
    expect(await found("Ünïcödé ünïcödé")).toEqual([learner]);
    expect(await found("💡".repeat(100))).toEqual([learner]);
    await expect(listLearners(db(), { search: "x".repeat(101) })).rejects.toMatchObject({
      code: "text_out_of_range",
    });
    const pages = await everyPage((after) => listLearners(db(), { limit: 1, after }));
    expect(pages.flat().map(({ id }) => id)).toContain(learner);
    await eraseLearner(db(), { learner });
  });

  test("of another tenant are not found", async () => {
    await createTenant(database.superuser, { tenant: "elsewhere" });
    await putLearner(db(), { learner: "far", name: "Ada Far" }, { tenant: "elsewhere" });
    expect(await found("ada f")).toEqual([]);
    const there = await listLearners(db(), { search: "ada" }, { tenant: "elsewhere" });
    expect(there.items.map(({ id }) => id)).toEqual(["far"]);
    const asked = readLearner(db(), { learner: "far" });
    await expect(asked).rejects.toMatchObject({ code: "learner_not_found" });
  });

  test("are read with the groups they belong to and belonged to, the latest first", async () => {
    const learner = "u-3";
    await putGroup(db(), { group: "navy", name: "The navy", kind: "employer" });
    await putGroup(db(), { group: "crew", name: "The crew" });
    await putGroupMember(db(), { group: "crew", learner, joinedAt: onDay(1) });
    await removeGroupMember(db(), { group: "crew", learner, leftAt: onDay(2) });
    await putGroupMember(db(), { group: "navy", learner, joinedAt: onDay(3) });
    expect(await readLearner(db(), { learner })).toEqual({
      id: learner,
      name: names[learner],
      email: null,
      locale: null,
      timeZone: null,
      groups: [
        { group: "navy", name: "The navy", kind: "employer", joinedAt: onDay(3), leftAt: null },
        { group: "crew", name: "The crew", kind: null, joinedAt: onDay(1), leftAt: onDay(2) },
      ],
      createdAt: onDay(0),
    });
    expect((await readLearner(db(), { learner: "u-6" })).groups).toEqual([]);
    for (const nobody of ["nobody", "gone"]) {
      const asked = readLearner(db(), { learner: nobody });
      await expect(asked).rejects.toMatchObject({ code: "learner_not_found" });
    }
  });
});
