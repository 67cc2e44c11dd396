import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { endPool } from "../../../tests/support/endPool.ts";
import { openServerDatabase } from "../../../tests/support/openServerDatabase.ts";
import type { OpenDatabase } from "../../../tests/support/useDatabase.ts";
import { isMigrated } from "../src/isMigrated.ts";
import { migrate } from "../src/migrate.ts";

// Hosted databases give nobody a superuser. The embedded one has nobody else.
let database: OpenDatabase;
let migrator: pg.Pool;
const role = `milepost_migrator_${randomBytes(4).toString("hex")}`;

beforeEach(async () => {
  database = await openServerDatabase({ empty: true });
  const url = new URL(database.databaseUrl ?? "");
  url.username = role;
  url.password = role;
  // The roles are there already, for they belong to the whole server; it may pass them on.
  await database.superuser.query(`
    create role ${role} login createrole password '${role}';
    grant milepost_owner, milepost_app to ${role} with admin option;
    grant create on database ${url.pathname.slice(1)} to ${role}`);
  migrator = new pg.Pool({ connectionString: url.href, max: 1 });
});
afterEach(async () => {
  await endPool(migrator);
  await database.superuser.query(`drop owned by ${role} cascade; drop role ${role}`);
  await database.close();
});

test("a role that may create roles and schemas is enough to migrate", async () => {
  const { applied } = await migrate(migrator);
  expect(applied[0]).toBe("migrations/0001_roles.sql");
  expect(await isMigrated(migrator)).toBe(true);
});

test("once that is done, it needs no right to create schemas any more", async () => {
  await migrate(migrator);
  const name = new URL(database.databaseUrl ?? "").pathname.slice(1);
  await database.superuser.query(`revoke create on database ${name} from ${role}`);
  expect(await migrate(migrator)).toEqual({ applied: [], pending: [] });
});
