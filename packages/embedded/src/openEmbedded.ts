import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type pg from "pg";
import { type DirectoryLock, lockDirectory } from "./directory/lockDirectory.ts";
import { prepareDirectory } from "./directory/prepareDirectory.ts";
import { EmbeddedPool } from "./EmbeddedPool.ts";
import { BackendWorker } from "./wire/BackendWorker.ts";

export interface OpenEmbeddedOptions {
  /** Made when it is missing. Left out: the database is in memory, and gone after `close()`. */
  readonly dataDirectory?: string | undefined;
  /** A `dump()` to start from. Refused where the directory has a database already. */
  readonly loadFrom?: Uint8Array | undefined;
}

export interface EmbeddedDatabase {
  /**
   * One connection, so whoever holds a client and asks for a second waits for ever. The session is
   * a superuser's. `statement_timeout` and cancelling do nothing.
   */
  readonly pool: pg.Pool;
  /** Absolute; null in memory. */
  readonly dataDirectory: string | null;
  /**
   * Answers what was asked before, then shuts down cleanly. Waits for clients that are checked out.
   */
  close(): Promise<void>;
  /**
   * The whole database as a compressed archive, a few MB for an empty one, of this PostgreSQL
   * version only.
   */
  dump(): Promise<Uint8Array>;
}

/**
 * Opens the embedded PostgreSQL, creating the database the first time.
 *
 * @throws {@link DataDirectoryInUseError} when another process, or this one, has the directory open
 * @throws {@link DatabaseStoppedError} with PostgreSQL's own words, when it does not start on what
 * is there
 */
export async function openEmbedded({
  dataDirectory,
  loadFrom,
}: OpenEmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  if (dataDirectory === undefined) return serve(await start(null, loadFrom), null, null);
  const directory = resolve(dataDirectory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(directory);
  try {
    const prepared = prepareDirectory(directory, { mustBeNew: loadFrom !== undefined });
    const backend = await start(prepared.clusterDirectory, loadFrom);
    prepared.created();
    return serve(backend, directory, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function start(clusterDirectory: string | null, loadFrom: Uint8Array | undefined) {
  return BackendWorker.start({ clusterDirectory, loadFrom: loadFrom ?? null });
}

function serve(
  backend: BackendWorker,
  dataDirectory: string | null,
  lock: DirectoryLock | null,
): EmbeddedDatabase {
  const pool = new EmbeddedPool(backend);
  let closed: Promise<void> | undefined;

  const close = async (): Promise<void> => {
    try {
      await pool.end();
      await backend.stop();
    } finally {
      lock?.release();
    }
  };
  const dump = async (): Promise<Uint8Array> => {
    // Its turn, so that the archive is of no one's half transaction; a checkpoint, so that it opens
    // without recovery.
    const client = await pool.connect();
    try {
      await client.query("checkpoint");
      return await backend.dump();
    } finally {
      client.release();
    }
  };
  return {
    pool,
    dataDirectory,
    close: () => {
      closed ??= close();
      return closed;
    },
    dump,
  };
}
