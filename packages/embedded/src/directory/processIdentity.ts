import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Tells one process from every other, on any machine, whose id may be the same now or later. */
export interface ProcessIdentity {
  readonly pid: number;
  /**
   * Kernel and pid namespace: only there does `pid` mean this process. The host's name where there
   * is no /proc.
   */
  readonly place: string;
  /**
   * Clock ticks from boot to its start, so that a reused pid is not taken for it. Null without
   * /proc.
   */
  readonly startedTicks: string | null;
}

/** This process, as a lock names its holder. */
export function processIdentity(): ProcessIdentity {
  return { pid: process.pid, place: place(), startedTicks: runningSince(process.pid) };
}

/**
 * Whether a process of this same place runs. Without /proc a reused pid passes for it: refusing is
 * the safe side.
 */
export function isRunning({ pid, startedTicks }: ProcessIdentity): boolean {
  if (startedTicks !== null) return runningSince(pid) === startedTicks;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function place(): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** Null for no such process, and for one that is dead and not yet reaped: it writes no more. */
function runningSince(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before it may hold blanks and brackets; state is field 3, the start time field 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
