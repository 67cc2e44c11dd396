import { randomUUID } from "node:crypto";
import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { heartbeatMillis, type LockHolder, readHolder } from "./lockHolder.ts";
import { processIdentity } from "./processIdentity.ts";
import { takeLock } from "./takeLock.ts";

export interface DirectoryLock {
  /** Lets the next one in. Calling it again does nothing. */
  release(): void;
}

/**
 * Takes the lock of a directory that exists, for this process and until its end or `release`. Two
 * processes on one data directory overwrite each other's rows and neither gets an error, so there
 * must never be two holders.
 *
 * @throws {@link DataDirectoryInUseError} when another process holds it, or this one already does
 */
export function lockDirectory(directory: string): DirectoryLock {
  const own: LockHolder = { ...processIdentity(), id: randomUUID() };
  const ownFile = join(directory, `lock.${own.id}`);
  writeFileSync(ownFile, `${JSON.stringify(own)}\n`, { flag: "wx" });
  try {
    takeLock({ directory, own, ownFile });
  } finally {
    rmSync(ownFile, { force: true });
  }
  return hold(join(directory, "lock"), own);
}

function hold(lock: string, own: LockHolder): DirectoryLock {
  const heartbeat = setInterval(() => touch(lock), heartbeatMillis).unref();
  const release = (): void => {
    clearInterval(heartbeat);
    process.off("exit", release);
    if (readHolder(lock)?.id === own.id) rmSync(lock, { force: true });
  };
  // PostgreSQL's thread may outlive this by an instant; the next one takes longer to reach a file.
  process.on("exit", release);
  return { release };
}

function touch(lock: string): void {
  const now = new Date();
  try {
    utimesSync(lock, now, now);
  } catch {
    // The directory was removed under the database, as a test run may: there is nothing left to
    // guard.
  }
}
