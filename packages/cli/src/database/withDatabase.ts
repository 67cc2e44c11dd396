import type { Config } from "@milepost/server";
import { type Database, openDatabase } from "./openDatabase.ts";
import { requireDatabase } from "./requireDatabase.ts";
import { requireMigrated } from "./requireMigrated.ts";

/**
 * Opens a database that is there already and migrated, runs `act` on it and closes it.
 *
 * @throws {@link CommandError} where there is none: asking must not create one
 */
export async function withDatabase<T>(
  config: Config,
  act: (database: Database) => Promise<T>,
): Promise<T> {
  requireDatabase(config);
  const database = await openDatabase(config);
  try {
    await requireMigrated(database);
    return await act(database);
  } finally {
    await database.close();
  }
}
