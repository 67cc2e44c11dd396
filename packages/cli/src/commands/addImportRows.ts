import { basename } from "node:path";
import { type Command, Option } from "commander";
import { readSettings } from "../database/readSettings.ts";
import { formatOf } from "../files/formatOf.ts";
import { type FileFormat, readRows } from "../files/readRows.ts";
import type { ImportKind } from "../import/ImportKind.ts";
import { importRows } from "../import/importRows.ts";
import { openRows } from "../import/openRows.ts";
import { RowQueue } from "../import/RowQueue.ts";
import { type ImportOptions, runImport } from "../import/runImport.ts";
import { answering, type Session } from "../terminal/Session.ts";
import { withImportOptions } from "./withImportOptions.ts";

interface RowsOptions extends ImportOptions {
  readonly format?: FileFormat;
  readonly course?: string;
}

interface RowsCommand<T> {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly after: string;
  /** Whether rows may leave out their course, which `--course` then names. */
  readonly takesCourse?: boolean;
  kindOf(options: RowsOptions): ImportKind<T>;
}

/** One of `milepost import learners | enrollments | events`. */
export function addImportRows<T>(parent: Command, session: Session, rows: RowsCommand<T>): void {
  const format = new Option("--format <format>", "of a file whose name does not end in it");
  const command = parent
    .command(rows.name)
    .argument("<file>", "CSV or NDJSON, or - for standard input")
    .summary(rows.summary)
    .description(rows.description)
    .addOption(format.choices(["csv", "ndjson"]))
    .addHelpText("after", rows.after);
  if (rows.takesCourse) command.option("--course <id>", "course of the rows that name none");
  withImportOptions(command);

  answering<RowsOptions & Record<string, unknown>>(session, command, ({ options, args }) => {
    const { terminal } = session;
    const input = args[0] ?? "";
    const kind = rows.kindOf(options);
    const format = options.format ?? formatOf(input);
    const file = basename(input);
    const plan = {
      config: readSettings(terminal.env),
      options,
      input,
      files: { [file]: input },
      beside: input === "-" ? "stdin" : input,
    };
    return runImport(terminal, plan, (run) => {
      const afterLine = run.journal.progressOf(file).line;
      const read = { kind, format, afterLine };
      const queue =
        input === "-"
          ? new RowQueue(readRows(terminal.stdin, read))
          : openRows({ path: input, ...read });
      return importRows(run, { file, kind, rows: queue });
    });
  });
}
