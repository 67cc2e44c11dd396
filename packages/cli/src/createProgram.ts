import { Command } from "commander";
import { addAudit } from "./commands/addAudit.ts";
import { addDoctor } from "./commands/addDoctor.ts";
import { addExport } from "./commands/addExport.ts";
import { addImport } from "./commands/addImport.ts";
import { addKeys } from "./commands/addKeys.ts";
import { addMigrate } from "./commands/addMigrate.ts";
import { addServe } from "./commands/addServe.ts";
import { addStart } from "./commands/addStart.ts";
import { addTenants } from "./commands/addTenants.ts";
import type { Session } from "./terminal/Session.ts";

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
  addAudit(program, session);
  addImport(program, session);
  addExport(program, session);
  addKeys(program, session);
  addTenants(program, session);
  return program;
}

const generalHelp = `
Every command reads its configuration from the environment: DATABASE_URL, or without it the
embedded database in MILEPOST_DATA (./.milepost). Answers go to standard output, progress and
errors to standard error; --json makes the answer one JSON document.

Exit codes:
  0    done
  1    done, and there is something to look at: differences, refused lines, a refused act
  2    the command line, a file or the configuration is wrong; nothing was changed
  3    no database: unreachable, in use by another process, or not migrated
  70   something unexpected: please report it
  130  stopped by Ctrl-C; an import continues when it is run again`;
