import { execFile } from "node:child_process";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { type Place, serverPlace } from "./support/Place.ts";
import { runFault } from "./support/runFault.ts";

const run = promisify(execFile);
const seconds = Number(process.env.FAULT_SECONDS ?? 10);
let disk: string;

/** Writes until nothing more fits. */
async function fill(path: string): Promise<void> {
  const file = await open(path, "w");
  try {
    for (const block = Buffer.alloc(1 << 16); ; ) await file.write(block);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    await file.close();
  }
}

/** A disk of its own, small enough to fill, which takes root to mount. */
async function place(): Promise<Place> {
  disk = await mkdtemp(join(tmpdir(), "milepost-disk-"));
  await run("mount", ["-t", "tmpfs", "-o", "size=600m,mode=777", "tmpfs", disk]);
  const place = await serverPlace({ within: disk, settings: { wal_recycle: "off" } });
  const remove = async () => {
    await place.remove();
    await run("umount", [disk]);
    await rm(disk, { recursive: true });
  };
  return { ...place, remove };
}

/**
 * The database's disk is full for a while. It then refuses what needs room, or stops where its log
 * does; once there is room again it is started where it has stopped.
 */
await runFault({
  name: "fullDisk",
  tries: 10,
  place,
  strike: async ({ database }) => {
    const ballast = join(disk, "ballast");
    await fill(ballast);
    await pause(seconds * 1000);
    await rm(ballast);
    if (!(await database.isRunning())) await database.start();
  },
});
