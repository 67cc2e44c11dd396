import { linkSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DataDirectoryInUseError } from "./DataDirectoryInUseError.ts";
import { isAlive, type LockHolder, readHolder } from "./lockHolder.ts";

/** One starter's try: `ownFile` stands in the directory and says `own`. */
export interface LockAttempt {
  readonly directory: string;
  readonly own: LockHolder;
  readonly ownFile: string;
}

/**
 * Makes `lock` in the directory say `own`, or throws. Holds against any number of starters at once,
 * and a kill at any line of any of them, because every file here appears whole, by link or rename,
 * and:
 * - a free lock is taken by link, which one of them can do;
 * - the lock of a dead holder is replaced by whoever linked `lock.after-<its id>`, which one of
 *   them can do. That file goes only once the lock is no longer the dead one's, so a late starter
 *   that links it again finds the lock changed, and looks again;
 * - where that one died before it replaced the lock, `lock.after-<its id>` passes the right on.
 *
 * @throws {@link DataDirectoryInUseError}
 */
export function takeLock(attempt: LockAttempt): void {
  const lock = join(attempt.directory, "lock");
  while (!linkIfAbsent(attempt.ownFile, lock)) {
    const dead = readHolder(lock);
    if (dead !== null && succeed(attempt, lock, dead)) return;
  }
}

/** Replaces the lock of a dead holder; false when another did, or released it, meanwhile. */
function succeed(attempt: LockAttempt, lock: string, dead: LockHolder): boolean {
  const claims = claim(attempt, lock, dead);
  const ours = claims.at(-1);
  if (ours === undefined) return false;
  if (readHolder(lock)?.id !== dead.id) {
    rmSync(ours);
    return false;
  }
  renameSync(attempt.ownFile, lock);
  for (const file of claims) rmSync(file, { force: true });
  return true;
}

/**
 * Wins the right to replace the lock: the claims on it, the last of them ours; none when it has to
 * be looked at again.
 */
function claim(attempt: LockAttempt, lock: string, dead: LockHolder): string[] {
  const claims: string[] = [];
  let file = lock;
  let holder: LockHolder | null = dead;
  while (holder !== null) {
    if (isAlive(holder, { ...attempt, file })) {
      throw new DataDirectoryInUseError(attempt.directory, holder.pid);
    }
    file = join(attempt.directory, `lock.after-${holder.id}`);
    claims.push(file);
    if (linkIfAbsent(attempt.ownFile, file)) return claims;
    holder = readHolder(file);
  }
  return [];
}

function linkIfAbsent(existing: string, wanted: string): boolean {
  try {
    linkSync(existing, wanted);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
