import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { isMigrated } from "../src/isMigrated.ts";
import { migrate } from "../src/migrate.ts";

describe.each(databaseKinds)("isMigrated on %s", (kind) => {
  const database = useDatabase(kind);
  const asMigrator = (sql: string) => database.superuser.query(sql);
  const rename = (from: string, to: string) =>
    asMigrator(`update milepost_migration.applied_file set name = '${to}' where name = '${from}'`);

  test("the application role can ask", async () => {
    expect(await isMigrated(database.app)).toBe(true);
  });

  test("a migration that is missing makes it false, and a newer database does not", async () => {
    await rename("migrations/0001_roles.sql", "migrations/9999_later.sql");
    expect(await isMigrated(database.app)).toBe(false);
    await asMigrator(`insert into milepost_migration.applied_file (name, sha256)
      select 'migrations/0001_roles.sql', sha256 from milepost_migration.applied_file
       where name = 'migrations/9999_later.sql'`);
    expect(await isMigrated(database.app)).toBe(true);
  });

  test("an older text makes it false, and a text that a newer one followed does not", async () => {
    await asMigrator(
      "update milepost_migration.applied_file set earlier_sha256 = array[sha256], sha256 = 'newer'",
    );
    expect(await isMigrated(database.app)).toBe(true);
    await asMigrator("update milepost_migration.applied_file set earlier_sha256 = '{}'");
    expect(await isMigrated(database.app)).toBe(false);
  });

  test("a database without Milepost is not migrated, and is after a migration", async () => {
    await asMigrator("drop schema milepost, milepost_migration cascade");
    expect(await isMigrated(database.superuser)).toBe(false);
    await migrate(database.superuser);
    expect(await isMigrated(database.superuser)).toBe(true);
  });
});
