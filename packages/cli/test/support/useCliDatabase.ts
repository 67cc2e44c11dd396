import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "@milepost/embedded";
import type pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { embeddedDump } from "../../../../tests/support/embeddedDump.ts";
import { type DatabaseKind, useDatabase } from "../../../../tests/support/useDatabase.ts";

/** A migrated database that commands are pointed at by their environment. */
export interface CliDatabase {
  readonly kind: DatabaseKind;
  /** `DATABASE_URL`, or `MILEPOST_DATA` with a folder. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * Opens it as superuser. The embedded one takes one process at a time: no command may run
   * meanwhile.
   */
  withPool<T>(act: (pool: pg.Pool) => Promise<T>): Promise<T>;
  /** Rows of a query on the public views, as the tenant sees them. */
  ask(tenant: string, question: string): Promise<Record<string, unknown>[]>;
}

/** A migrated, empty database for the commands of the current `describe` or file. */
export function useCliDatabase(kind: DatabaseKind): CliDatabase {
  const { env, withPool } = kind === "PostgreSQL" ? useServer() : useFolder();
  return {
    kind,
    env,
    withPool,
    ask: (tenant, question) =>
      withPool(async (pool) => {
        const client = await pool.connect();
        try {
          await client.query("begin");
          await client.query("select milepost.use_tenant($1)", [tenant]);
          return (await client.query<Record<string, unknown>>(question)).rows;
        } finally {
          await client.query("rollback");
          client.release();
        }
      }),
  };
}

type Opened = Pick<CliDatabase, "env" | "withPool">;

function useServer(): Opened {
  const database = useDatabase("PostgreSQL");
  return {
    env: {
      get DATABASE_URL() {
        return database.databaseUrl ?? "";
      },
    },
    withPool: (act) => act(database.superuser),
  };
}

function useFolder(): Opened {
  const folder = mkdtempSync(join(tmpdir(), "milepost-cli-"));
  const dataDirectory = join(folder, "data");
  const withPool: Opened["withPool"] = async (act) => {
    const { pool, close } = await openEmbedded({ dataDirectory });
    return act(pool).finally(close);
  };
  beforeAll(async () => {
    const { close } = await openEmbedded({ dataDirectory, loadFrom: await embeddedDump() });
    await close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return { env: { MILEPOST_DATA: dataDirectory }, withPool };
}
