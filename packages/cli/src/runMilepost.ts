import { Command, CommanderError } from "commander";
import { addDoctor } from "./commands/addDoctor.ts";
import { addExport } from "./commands/addExport.ts";
import { addImport } from "./commands/addImport.ts";
import { addKeys } from "./commands/addKeys.ts";
import { addMigrate } from "./commands/addMigrate.ts";
import { addServe } from "./commands/addServe.ts";
import { addStart } from "./commands/addStart.ts";
import { addTenants } from "./commands/addTenants.ts";
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
    await createProgram(session).parseAsync([...args], { from: "user" });
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

/** The whole command line, as commander reads it. */
export function createProgram(session: Session): Command {
  const { out, err } = session.terminal;
  const program = new Command("milepost")
    .description("Learner progress and completion on PostgreSQL: serve it, fill it, check it.")
    .exitOverride()
    // An option after a subcommand is the subcommand's, even where its parent has one of that name.
    .enablePositionalOptions()
    .configureOutput({ writeOut: out, writeErr: err })
    .showHelpAfterError("(--help says how)")
    .addHelpText("after", generalHelp);
  addStart(program, session);
  addServe(program, session);
  addMigrate(program, session);
  addDoctor(program, session);
  addImport(program, session);
  addExport(program, session);
  addKeys(program, session);
  addTenants(program, session);
  return program;
}

const generalHelp = `
Every command reads its configuration from the environment: DATABASE_URL, or without it the embedded
database in MILEPOST_DATA (./.milepost). Answers go to standard output, progress and errors to standard
error; --json makes the answer one JSON document.

Exit codes:
  0    done
  1    done, and there is something to look at: differences, refused lines, a refused act
  2    the command line, a file or the configuration is wrong; nothing was changed
  3    no database: unreachable, in use by another process, or not migrated
  70   something unexpected: please report it
  130  stopped by Ctrl-C; an import continues when it is run again`;

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
