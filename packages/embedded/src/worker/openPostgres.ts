import { gunzipSync } from "node:zlib";
import { PGlite } from "@electric-sql/pglite";
import type { DatabaseFiles } from "../wire/workerMessages.ts";

/** WAL files of 1 MB, not 16, which makes a new data directory 30 MB instead of 39. */
const initDbStartParams = ["--wal-segsize=1"];
/**
 * How much of the WAL is kept to be written over. With the default 1 GB it stays that large after
 * one import.
 */
const walSettings = ["-c", "max_wal_size=64MB", "-c", "min_wal_size=16MB"];

/**
 * Starts PostgreSQL. Its writes to a directory are `write(2)` on the files themselves, at the
 * latest at commit, so a kill of the process loses nothing; PGlite's `relaxedDurability` means
 * something for a browser's storage only.
 */
export async function openPostgres({ clusterDirectory, loadFrom }: DatabaseFiles): Promise<PGlite> {
  const complaint: string[] = [];
  try {
    return await PGlite.create({
      initDbStartParams,
      startParams: [...PGlite.defaultStartParams, ...walSettings],
      ...(clusterDirectory === null ? {} : { dataDir: clusterDirectory }),
      ...(loadFrom === null ? {} : { loadDataDir: new Blob([gunzipSync(loadFrom)]) }),
      onStderr: (line) => {
        const [, level, text] = /\b(FATAL|PANIC|DETAIL|HINT): +(.*)/.exec(line) ?? [];
        const begins = level === "FATAL" || level === "PANIC";
        if (text !== undefined && (begins || complaint.length > 0)) complaint.push(text);
        return true;
      },
    });
  } catch (error) {
    // What PGlite throws is that its main function returned; the reason is what PostgreSQL wrote
    // before.
    throw complaint.length === 0 ? error : new Error(complaint.join(". "), { cause: error });
  }
}
