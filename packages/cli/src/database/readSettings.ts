import { type Config, ConfigError, readConfig } from "@milepost/server";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";

/**
 * The configuration that the environment states.
 * @throws {@link CommandError} naming every variable that is wrong
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Config {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new CommandError(error.message, {
      code: "configuration_wrong",
      exitCode: exitCodes.usage,
      hint: "Set these environment variables, or unset them for their defaults; see README.md.",
      cause: error,
    });
  }
}
