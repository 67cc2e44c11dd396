import { join } from "node:path";
import { listTenants, sealAllCompletions } from "@milepost/engine";
import { type Command, Option } from "commander";
import type pg from "pg";
import { inTransaction } from "../database/inTransaction.ts";
import { readSettings } from "../database/readSettings.ts";
import { withDatabase } from "../database/withDatabase.ts";
import { prepareFolder } from "../export/prepareFolder.ts";
import { type Exported, type ExportRequest, writeExport } from "../export/writeExport.ts";
import type { FileFormat } from "../files/readRows.ts";
import { ProgressLine } from "../terminal/ProgressLine.ts";
import { answering, type Session } from "../terminal/Session.ts";

type Options = { format: FileFormat; tenant: string; all?: true };

/** `milepost export`: moves a tenant's whole history out. */
export function addExport(program: Command, session: Session): void {
  const command = program
    .command("export")
    .argument("<directory>", "a folder that is empty, or not there yet")
    .summary("write a tenant's whole history to files that import takes back")
    .description(`\
Writes outlines.ndjson (every version of every outline), learners.csv, groups.csv and
memberships.csv, enrollments.csv (every attempt), the events and seals.ndjson: as of one moment,
while the service runs on. Imported into an empty database, or another tenant, they give the same
progress, groups and seals; what is not sealed yet is sealed first. --all writes every tenant, each
into a folder of its name. Erased learners have no id to be written under; they are left out and
counted. The files name people. Webhooks, keys and saved views stay behind.
Values are written as they are: a spreadsheet may take one for a formula.`)
    .addOption(
      new Option("--format <format>", "of the events").choices(["ndjson", "csv"]).default("ndjson"),
    )
    .addOption(new Option("--all", "every tenant").conflicts("tenant"))
    .option("--tenant <name>", "whose history", "default")
    .addHelpText(
      "after",
      `
Examples:
  $ milepost export ./export
  $ DATABASE_URL=postgres://localhost/new milepost import ./export
  $ milepost export --all ./everything

Exit codes: 0 written · 2 the folder is not empty · 3 no database
            130 stopped, and the folder is no whole export`,
    );
  answering<Options>(session, command, async ({ options, args }) => {
    const { terminal } = session;
    const { format, tenant, all } = options;
    const directory = args[0] ?? "";
    const progress = new ProgressLine(terminal);
    const asked = { format, progress, stop: terminal.stop };
    progress.start({ label: "export", unit: "rows" });
    const written = await withDatabase(readSettings(terminal.env), async ({ pool }) => {
      if (all) return await exportAll(pool, { ...asked, directory });
      return [await exportOne(pool, { ...asked, directory, tenant })];
    }).finally(() => progress.end());
    const text = written.map(exportedText).join("\n");
    return { document: all ? { directory, tenants: written } : written[0], text };
  });
}

type Written = Exported & { readonly directory: string; readonly tenant: string };

async function exportAll(pool: pg.Pool, request: Omit<ExportRequest, "tenant">) {
  const written: Written[] = [];
  for (const { name: tenant } of await listTenants(pool)) {
    const directory = join(request.directory, tenant);
    written.push(await exportOne(pool, { ...request, directory, tenant }));
  }
  return written;
}

async function exportOne(pool: pg.Pool, request: ExportRequest): Promise<Written> {
  const { directory, tenant, stop } = request;
  prepareFolder(directory);
  await sealAllCompletions(pool, { signal: stop }, { tenant });
  const exported = await inSnapshot(pool, (client) => writeExport(client, request));
  return { directory, tenant, ...exported };
}

/**
 * Runs `act` where the database stands still: rows written meanwhile are in no file, not in some.
 */
function inSnapshot<T>(pool: pg.Pool, act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, act, { begin: "begin isolation level repeatable read read only" });
}

function exportedText(written: Written): string {
  const { directory, courses, outlines, learners, groups, memberships } = written;
  const { enrollments, events, seals, erasedLearners } = written;
  const count = (n: number, what: string) => `${n.toLocaleString("en")} ${what}`;
  const parts = [
    count(courses, "courses"),
    count(outlines, "outline versions"),
    count(learners, "learners"),
    count(groups, "groups"),
    count(memberships, "memberships"),
    count(enrollments, "attempts"),
    count(events, "events"),
    count(seals, "seals"),
  ];
  const erased =
    erasedLearners > 0 ? `\n${count(erasedLearners, "erased learners are left out.")}` : "";
  return `${parts.join(", ")} in ${directory}${erased}`;
}
