import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface PreparedDirectory {
  /** Where PostgreSQL's own files go. */
  readonly clusterDirectory: string;
  /** To be called once PostgreSQL runs in it, before anyone may write. */
  created(): void;
}

/**
 * The place of the database in a locked data directory. A kill while it was being created leaves
 * files that look like a database and are not one, so a marker stands beside them until it has run
 * once: what is found with the marker held no one's data and is made anew.
 */
export function prepareDirectory(
  dataDirectory: string,
  { mustBeNew }: { mustBeNew: boolean },
): PreparedDirectory {
  const clusterDirectory = join(dataDirectory, "postgres");
  const marker = join(dataDirectory, "postgres.incomplete");
  if (existsSync(marker)) rmSync(clusterDirectory, { recursive: true, force: true });

  mkdirSync(clusterDirectory, { recursive: true, mode: 0o700 });
  const isCluster = existsSync(join(clusterDirectory, "PG_VERSION"));
  if (isCluster && mustBeNew) {
    throw new Error(`There is a database in ${dataDirectory} already: nothing was loaded.`);
  }
  if (!isCluster && readdirSync(clusterDirectory).length > 0) {
    throw new Error(`${clusterDirectory} holds files that are not a PostgreSQL database.`);
  }
  if (!isCluster) writeFileSync(marker, "");
  return { clusterDirectory, created: () => rmSync(marker, { force: true }) };
}
