import { CommanderError } from "commander";
import { createProgram } from "./createProgram.ts";
import { type ExitCode, exitCodes } from "./terminal/exitCodes.ts";
import { explainError } from "./terminal/explainError.ts";
import type { Session } from "./terminal/Session.ts";
import type { Terminal } from "./terminal/Terminal.ts";

/**
 * Runs one command line of `milepost`, without the program's name, and answers how it ended.
 * Whatever it has to say goes to the terminal given; nothing is thrown.
 */
export async function runMilepost(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const session: Session = { terminal };
  const json = args.includes("--json");
  try {
    await createProgram(session).parseAsync(["node", "milepost", ...args]);
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.ok;
      if (json) terminal.out(`${document({ error: { code: "usage", message: error.message } })}\n`);
      return exitCodes.usage;
    }
    return tellError(error, { json, terminal });
  }
  const { answer } = session;
  if (answer === undefined) return exitCodes.ok;
  terminal.out(`${json ? document(answer.document) : answer.text}\n`);
  return answer.exitCode ?? exitCodes.ok;
}

function tellError(
  error: unknown,
  { json, terminal }: { json: boolean; terminal: Terminal },
): ExitCode {
  const { exitCode, stack, ...explanation } = explainError(error);
  const { message, hint } = explanation;
  terminal.err(`milepost: ${stack ?? message}\n${hint === undefined ? "" : `${hint}\n`}`);
  if (json) terminal.out(`${document({ error: explanation })}\n`);
  return exitCode;
}

const document = (value: unknown): string => JSON.stringify(value, null, 2);
