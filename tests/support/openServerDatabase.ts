import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { endPool } from "./endPool.ts";
import type { OpenDatabase } from "./useDatabase.ts";

/**
 * Copies a database on the test server: the migrated template,
 * or with `empty` one that nothing has touched.
 */
export async function openServerDatabase({ empty = false } = {}): Promise<OpenDatabase> {
  const server = inject("testServer");
  if (server.broken !== undefined && !empty) throw new Error(server.broken);
  const name = `milepost_test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${name} template ${empty ? "template0" : server.template}`);

  const databaseUrl = new URL(server.url);
  databaseUrl.pathname = `/${name}`;
  const appUrl = new URL(databaseUrl);
  appUrl.username = server.appRole;
  appUrl.password = server.appPassword;
  const superuser = new pg.Pool({ connectionString: databaseUrl.href, max: 64 });
  const app = new pg.Pool({ connectionString: appUrl.href, max: 64 });

  return {
    app,
    superuser,
    databaseUrl: databaseUrl.href,
    async close() {
      await Promise.all([endPool(app), endPool(superuser)]);
      await admin.query(`drop database ${name}`);
      await admin.end();
    },
  };
}
