import { type Command, Option } from "commander";
import { enrollmentKind } from "../import/enrollmentKind.ts";
import { eventKind } from "../import/eventKind.ts";
import { importAll } from "../import/importAll.ts";
import { importFolder } from "../import/importFolder.ts";
import { learnerKind } from "../import/learnerKind.ts";
import type { ImportOptions } from "../import/runImport.ts";
import { CommandError } from "../terminal/CommandError.ts";
import { exitCodes } from "../terminal/exitCodes.ts";
import { answering, type Session } from "../terminal/Session.ts";
import { addImportOutline } from "./addImportOutline.ts";
import { addImportRows } from "./addImportRows.ts";
import { enrollmentsHelp, eventsHelp, importHelp, learnersHelp } from "./importHelp.ts";
import { withImportOptions } from "./withImportOptions.ts";

/** `milepost import`: moves history in, from files of one's own or from an export. */
export function addImport(program: Command, session: Session): void {
  const command = withImportOptions(
    program
      .command("import")
      .argument("[directory]", "a folder that `milepost export` wrote")
      .summary("move outlines, enrollments, events or a whole export in"),
  )
    .description(importHelp.description)
    .addHelpText("after", importHelp.after);
  command.enablePositionalOptions();
  command.addOption(
    new Option("--all", "every tenant of what `milepost export --all` wrote").conflicts("tenant"),
  );
  answering<ImportOptions & { all?: true }>(session, command, ({ options, args: [directory] }) => {
    if (directory === undefined) throw nothingNamed();
    if (options.all) return importAll(session.terminal, { directory, options });
    return importFolder(session.terminal, { directory, options });
  });
  addImportOutline(command, session);
  addImportRows(command, session, { name: "learners", kindOf: () => learnerKind, ...learnersHelp });
  addImportRows(command, session, {
    name: "enrollments",
    kindOf: ({ course }) => enrollmentKind(course),
    ...enrollmentsHelp,
  });
  addImportRows(command, session, { name: "events", kindOf: () => eventKind, ...eventsHelp });
}

function nothingNamed(): CommandError {
  return new CommandError("Nothing to import is named.", {
    code: "usage",
    exitCode: exitCodes.usage,
    hint: "`milepost import --help` says what can be imported.",
  });
}
