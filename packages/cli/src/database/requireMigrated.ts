import { isMigrated } from "@milepost/engine";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import type { Database } from "./openDatabase.ts";

/**
 * @throws {@link CommandError} where a file of the schema was not applied in this program's text
 */
export async function requireMigrated({ pool, location }: Database): Promise<void> {
  if (await isMigrated(pool)) return;
  throw new CommandError(`The database ${location} is not migrated.`, {
    code: "database_not_migrated",
    exitCode: exitCodes.database,
    hint: "Run `milepost migrate`; `milepost migrate --plan` says what it would do.",
  });
}
