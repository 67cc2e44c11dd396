import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { createTenant } from "../src/createTenant.ts";
import { listCourses } from "../src/listCourses.ts";
import { onDay } from "./support/onDay.ts";

describe.each(databaseKinds)("tenants are created on %s so that", (kind) => {
  const database = useDatabase(kind);
  const create = (tenant: string, timeZone?: string) =>
    createTenant(database.superuser, timeZone === undefined ? { tenant } : { tenant, timeZone }, {
      now: onDay(0),
    });
  const all = async () => {
    const { rows } = await database.superuser.query(
      "select tenant_id, name, time_zone from milepost.tenant order by tenant_id",
    );
    return rows;
  };

  test("one is there from the beginning", async () => {
    expect(await all()).toEqual([{ tenant_id: 1, name: "default", time_zone: "UTC" }]);
  });

  test("each has a number of its own and the zone that was named", async () => {
    await create("north");
    await create("south-sea_2", "Pacific/Auckland");
    expect((await all()).slice(1)).toEqual([
      { tenant_id: 2, name: "north", time_zone: "UTC" },
      { tenant_id: 3, name: "south-sea_2", time_zone: "Pacific/Auckland" },
    ]);
    expect((await listCourses(database.app, {}, { tenant: "north" })).items).toEqual([]);
  });

  test("a name is given once", async () => {
    await create("once");
    for (const tenant of ["once", "default"]) {
      await expect(create(tenant, "Asia/Tokyo")).rejects.toMatchObject({ code: "tenant_exists" });
    }
  });

  test.each(["", "Big", "a b", "a/b", "-a", "_a", "é", "x".repeat(64), "a\n", "a'"])(
    "%j is no name",
    async (tenant) => {
      await expect(create(tenant)).rejects.toMatchObject({ code: "id_out_of_range" });
    },
  );

  test.each(["a", "0", "a-b_c", "x".repeat(63)])("%j is a name", async (tenant) => {
    await create(tenant);
    expect((await all()).map(({ name }) => name)).toContain(tenant);
  });
});
