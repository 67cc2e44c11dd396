import type { Config } from "@milepost/server";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { hasEmbedded } from "./hasEmbedded.ts";

/** @throws {@link CommandError} where the embedded database was never made */
export function requireDatabase(config: Config): void {
  if (config.databaseUrl !== null || hasEmbedded(config)) return;
  throw new CommandError(`There is no database in ${config.dataDirectory} yet.`, {
    code: "database_missing",
    exitCode: exitCodes.database,
    hint: "Make one with `milepost start` or `milepost migrate`, or set DATABASE_URL.",
  });
}
