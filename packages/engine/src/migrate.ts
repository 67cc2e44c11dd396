import type pg from "pg";
import { type MigrateOptions, type MigrateResult, migrateFrom } from "./migration/migrateFrom.ts";
import { sqlDirectory } from "./migration/sqlDirectory.ts";

/**
 * Brings a database to the schema of this program: numbered migrations
 * once each and in order, then the functions and views whose text changed.
 * Any number of starters may call it at once; one works, the others wait.
 *
 * The connecting role must be able to create roles and schemas the first time, and to act as
 * `milepost_owner` from then on. Takes one connection of the pool and gives it back as it was.
 *
 * @throws {@link MigrationError} naming the file, where there is one, and the place in it
 */
export function migrate(pool: pg.Pool, options: MigrateOptions = {}): Promise<MigrateResult> {
  return migrateFrom(sqlDirectory, pool, options);
}
