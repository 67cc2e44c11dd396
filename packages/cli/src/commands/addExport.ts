import { type Command, Option } from "commander";
import type pg from "pg";
import { readSettings } from "../database/readSettings.ts";
import { withDatabase } from "../database/withDatabase.ts";
import { prepareFolder } from "../export/prepareFolder.ts";
import { type Exported, writeExport } from "../export/writeExport.ts";
import type { FileFormat } from "../files/readRows.ts";
import { ProgressLine } from "../terminal/ProgressLine.ts";
import { answering, type Session } from "../terminal/Session.ts";

type Options = { format: FileFormat; tenant: string };

/** `milepost export`: moves a tenant's whole history out. */
export function addExport(program: Command, session: Session): void {
  const command = program
    .command("export")
    .argument("<directory>", "a folder that is empty, or not there yet")
    .summary("write a tenant's whole history to files that import takes back")
    .description(`\
Writes outlines.ndjson (every version of every outline), learners.csv, enrollments.csv (every
attempt), and the events: as of one moment, while the service runs on. Imported into an empty
database they give the same progress. Erased learners have no id to be written under; they are
left out and counted. The files name people. Values are written as they are: a spreadsheet may
take one for a formula.`)
    .addOption(
      new Option("--format <format>", "of the events").choices(["ndjson", "csv"]).default("ndjson"),
    )
    .option("--tenant <name>", "whose history", "default")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost export ./export
  $ DATABASE_URL=postgres://localhost/new milepost import ./export

Exit codes: 0 written · 2 the folder is not empty · 3 no database
            130 stopped, and the folder is no whole export`,
    );
  answering<Options>(session, command, async ({ options, args }) => {
    const { terminal } = session;
    const { format, tenant } = options;
    const directory = args[0] ?? "";
    const progress = new ProgressLine(terminal);
    const written = await withDatabase(readSettings(terminal.env), async ({ pool }) => {
      prepareFolder(directory);
      progress.start({ label: "export", unit: "rows" });
      return inSnapshot(pool, (client) =>
        writeExport(client, { directory, tenant, format, progress, stop: terminal.stop }),
      );
    }).finally(() => progress.end());
    return { document: { directory, tenant, ...written }, text: exportedText(directory, written) };
  });
}

/**
 * Runs `act` where the database stands still: rows written meanwhile are in no file, not in some.
 */
async function inSnapshot<T>(pool: pg.Pool, act: (client: pg.PoolClient) => Promise<T>) {
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    return await act(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

function exportedText(directory: string, written: Exported): string {
  const { courses, outlines, learners, enrollments, events, erasedLearners } = written;
  const count = (n: number, what: string) => `${n.toLocaleString("en")} ${what}`;
  const parts = [
    count(courses, "courses"),
    count(outlines, "outline versions"),
    count(learners, "learners"),
    count(enrollments, "attempts"),
    count(events, "events"),
  ];
  const erased =
    erasedLearners > 0 ? `\n${count(erasedLearners, "erased learners are left out.")}` : "";
  return `${parts.join(", ")} in ${directory}${erased}`;
}
