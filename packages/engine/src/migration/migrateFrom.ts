import type pg from "pg";
import { keepSqlFiles } from "./keepSqlFiles.ts";
import { MigrationError } from "./MigrationError.ts";
import { type MigrationPlan, planMigration } from "./planMigration.ts";
import { readAppliedFiles } from "./readAppliedFiles.ts";
import { readSqlFiles, type SqlFile } from "./readSqlFiles.ts";
import { runSqlFile } from "./runSqlFile.ts";
import { withMigrationLock } from "./withMigrationLock.ts";

export interface MigrateOptions {
  /** Answer what is to be applied and change nothing. False when omitted. */
  readonly plan?: boolean | undefined;
}

export interface MigrateResult {
  /** Files that this call applied, in order: `migrations/…`, `functions/…`, `views/…`. */
  readonly applied: string[];
  /** Files that remain to be applied: all of them with `plan`, none without. */
  readonly pending: string[];
}

/** What `migrate` does, from any folder. */
export async function migrateFrom(
  directory: URL,
  pool: pg.Pool,
  { plan = false }: MigrateOptions = {},
): Promise<MigrateResult> {
  const files = await readSqlFiles(directory);
  if (plan) {
    const todo = planMigration(files, (await readAppliedFiles(pool)) ?? []);
    return { applied: [], pending: namesOf(todo) };
  }
  return withMigrationLock(pool, async (client) => {
    await refuseOldServer(client);
    const applied = await readAppliedFiles(client);
    if (applied === undefined) await client.query(bookkeepingSql);
    const todo = planMigration(files, applied ?? []);
    for (const migration of todo.migrations) await applyMigration(client, migration);
    await applyObjects(client, todo);
    return { applied: namesOf(todo), pending: [] };
  });
}

/**
 * Everyone may read it, or a server whose role owns nothing could not tell whether it is migrated.
 */
const bookkeepingSql = `
  create schema milepost_migration;
  create table milepost_migration.applied_file (
    name           text primary key,
    sha256         text not null,
    earlier_sha256 text[] not null default '{}',
    applied_at     timestamptz not null default clock_timestamp()
  );
  comment on schema milepost_migration is
    'What the migration runner of Milepost keeps about itself.';
  comment on table milepost_migration.applied_file is
    'Files of the schema that were applied here, with the SHA-256 of the text last applied.';
  comment on column milepost_migration.applied_file.earlier_sha256 is
    'Texts of a function or view file that were applied before the present one.';
  grant usage on schema milepost_migration to public;
  grant select on milepost_migration.applied_file to public;`;

const oldestServer = 150_000;

async function refuseOldServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number,
            current_setting('server_version') as version`,
  );
  if (rows[0] !== undefined && rows[0].number >= oldestServer) return;
  throw new MigrationError(`Milepost needs PostgreSQL 15 or newer; this is ${rows[0]?.version}.`);
}

// The bookkeeping comes first in each transaction: after it the role is the owner's, who may not.
async function applyMigration(client: pg.ClientBase, migration: SqlFile): Promise<void> {
  const asMigrator = /^--! as migrator *\n/.test(migration.text);
  await inTransaction(client, async () => {
    await keepSqlFiles(client, [migration]);
    await runSqlFile(client, migration, { asMigrator });
  });
}

/** All in one transaction: no caller ever meets half of the new functions. */
async function applyObjects(
  client: pg.ClientBase,
  { objects, forgotten }: MigrationPlan,
): Promise<void> {
  if (objects.length === 0 && forgotten.length === 0) return;
  await inTransaction(client, async () => {
    await client.query("delete from milepost_migration.applied_file where name = any($1)", [
      forgotten,
    ]);
    await keepSqlFiles(client, objects);
    // A function may call one that comes later in path order, and read a view.
    await client.query("set local check_function_bodies = off");
    for (const object of objects) await runSqlFile(client, object);
  });
}

async function inTransaction(client: pg.ClientBase, act: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await act();
    await client.query("commit");
  } catch (error) {
    // Where the connection is gone its transaction is, too, and what ended it is what counts.
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

function namesOf({ migrations, objects }: MigrationPlan): string[] {
  return [...migrations, ...objects].map(({ name }) => name);
}
