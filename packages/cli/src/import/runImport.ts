import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { foldAllReports, readMigratedAt, recountAllAttempts, stageEvents } from "@milepost/engine";
import type { Config } from "@milepost/server";
import type { Database } from "../database/openDatabase.ts";
import { withDatabase } from "../database/withDatabase.ts";
import type { Answer } from "../terminal/Answer.ts";
import { ProgressLine } from "../terminal/ProgressLine.ts";
import type { Terminal } from "../terminal/Terminal.ts";
import { ImportJournal } from "./ImportJournal.ts";
import type { ImportRun } from "./ImportRun.ts";
import { importAnswer } from "./importAnswer.ts";
import { RejectsFile } from "./RejectsFile.ts";

/** Options that every import has. */
export interface ImportOptions {
  readonly tenant: string;
  readonly rejects?: string;
  readonly journal?: string;
  readonly restart?: true;
}

export interface ImportPlan {
  readonly config: Config;
  readonly options: ImportOptions;
  /**
   * What was named on the command line; `-` is standard input, of which nothing can be continued.
   */
  readonly input: string;
  /** Paths of the files by the names they go by. */
  readonly files: Readonly<Record<string, string>>;
  /** Where the list of refused lines and the journal go unless the options say. */
  readonly beside: string;
}

/**
 * On a server, calls at once: more than its cores seldom help, and fewer leave it waiting for us.
 */
const serverLanes = 4;

/**
 * Sets an import up, runs it and answers what it did: connection, journal, list of refused lines,
 * line of progress. A run that was stopped or killed leaves the journal; one that came to its end
 * removes it.
 */
export async function runImport(
  terminal: Terminal,
  { config, options, input, files, beside }: ImportPlan,
  act: (run: ImportRun) => Promise<void>,
): Promise<Answer> {
  const sizes = Object.entries(files).map(([name, path]) => [name, versionOf(path)]);
  return withDatabase(config, async (database) => {
    const identity = {
      tenant: options.tenant,
      database: await identify(database),
      files: Object.fromEntries(sizes),
    };
    const journalPath = input === "-" ? undefined : (options.journal ?? `${beside}.import.json`);
    const journal = new ImportJournal(journalPath, identity, { restart: options.restart });
    const continued = Object.keys(files).some((name) => journal.progressOf(name).line > 0);
    if (continued) terminal.err(`Going on from where an earlier run of this import came to.\n`);
    const rejects = new RejectsFile(
      options.rejects ?? `${beside}.rejects.csv`,
      journal.rejectedBytes,
    );
    const progress = new ProgressLine(terminal);
    const total = Object.values(files).reduce((sum, path) => sum + sizeOf(path), 0);
    progress.start({ label: input, unit: "rows", total });
    const startedAt = performance.now();
    const scope = { tenant: options.tenant, actor: "import" };
    const lanes = database.kind === "embedded" ? 1 : Math.min(serverLanes, config.poolSize);
    const copies = database.kind === "PostgreSQL" && (await stageEvents(database.pool));
    const run = { db: database.pool, scope, lanes, copies, journal, rejects, progress };
    try {
      await act({ ...run, stop: terminal.stop });
      // No server may be running that would: reports are exact without it, and slow to read.
      await recountAllAttempts(database.pool, {}, scope);
      await foldAllReports(database.pool, {}, scope);
      // The embedded housekeeper comes to a table a second, and not once we have closed: until the
      // next time what was loaded would be planned as if it were empty, and read for minutes.
      if (database.kind === "embedded") await database.pool.query("analyze");
    } finally {
      progress.end();
      rejects.close();
    }
    journal.remove();
    const seconds = (performance.now() - startedAt) / 1_000;
    const counts = { continued, rows: progress.rows, seconds };
    return importAnswer({ input, tenant: options.tenant, files, journal, rejects, ...counts });
  });
}

function sizeOf(path: string): number {
  return path === "-" ? 0 : statSync(path).size;
}

function versionOf(path: string): string {
  if (path === "-") return "";
  const { size, mtimeMs } = statSync(path);
  return `${size} bytes, changed ${new Date(mtimeMs).toISOString()}`;
}

async function identify({ pool, location }: Database): Promise<string> {
  const text = `${location} ${await readMigratedAt(pool)}`;
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
