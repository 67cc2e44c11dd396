import { readFileSync, statSync } from "node:fs";
import { isRunning, type ProcessIdentity } from "./processIdentity.ts";

/** What a lock file says. No two holdings share an `id`, those of one process included. */
export interface LockHolder extends ProcessIdentity {
  readonly id: string;
}

/** Often enough that a busy holder is never taken for a silent one. */
export const heartbeatMillis = 5_000;
const silenceMillis = 6 * heartbeatMillis;

/** Who stands in the file; null when there is no such file. */
export function readHolder(file: string): LockHolder | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    return JSON.parse(text) as LockHolder;
  } catch {
    // Lock files appear whole, so only a power cut leaves half of one, and it ended the holder too.
    return { id: "unreadable", pid: 0, place: "", startedTicks: null };
  }
}

/**
 * Whether the holder named in `file` may still write. A process of our own kernel and pid namespace
 * is looked up. One of another container or machine cannot be: it lives as long as it touches its
 * file, by the clock of the file system, which is why `own` must be a file written just now.
 */
export function isAlive(
  holder: LockHolder,
  { file, own, ownFile }: { file: string; own: LockHolder; ownFile: string },
): boolean {
  if (holder.id === "unreadable") return false;
  if (holder.place === own.place) return isRunning(holder);
  const touched = statSync(file, { throwIfNoEntry: false });
  return touched !== undefined && statSync(ownFile).mtimeMs - touched.mtimeMs < silenceMillis;
}
