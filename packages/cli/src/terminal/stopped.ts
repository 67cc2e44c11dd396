import { CommandError } from "./CommandError.ts";
import { exitCodes } from "./exitCodes.ts";

/** What ends a command that was asked to stop. */
export function stopped(message: string, hint?: string): CommandError {
  return new CommandError(message, { code: "stopped", exitCode: exitCodes.interrupted, hint });
}
