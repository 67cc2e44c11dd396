import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { shellEnvironment } from "../support/childProgram.ts";

// Each starts a database and servers, each a process of its own, and waits for them and for the disk
// most of its time: so a few at once.
vi.setConfig({ testTimeout: 240_000, maxConcurrency: 4 });

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** The line of a fault, in a size that shows that it works. Rejects where it found something. */
async function line(fault: string, size: Record<string, string>): Promise<unknown> {
  const args = ["--import", "./scripts/loadTs.mjs", `faults/${fault}.fault.ts`];
  const env = shellEnvironment(size);
  const { stdout } = await run(process.execPath, args, { cwd: root, env });
  return JSON.parse(stdout);
}

const nothing = { lost: 0, duplicated: 0, differences: 0, sealFindings: 0, unexpected: 0 };

test.concurrent.each([
  "killServer",
  "killDatabase",
  "killBackend",
  "killEmbedded",
  "restartDatabase",
  "upgrade",
])("%s loses no acknowledged completion and records none twice", async (fault) => {
  expect(await line(fault, { FAULT_TRIES: "1" })).toMatchObject({ fault, tries: 1, ...nothing });
});

test.concurrent.each([
  "refusedConnections",
  "failover",
  "frozenDatabase",
  "exhaustedPool",
  "slowDisk",
])("%s for some seconds loses nothing either", async (fault) => {
  const size = { FAULT_TRIES: "1", FAULT_SECONDS: "2" };
  expect(await line(fault, size)).toMatchObject({ fault, tries: 1, ...nothing });
});

test.concurrent.each(["redelivery", "clientClock"])(
  "%s leaves the progress that the facts make, whatever their order",
  async (fault) => {
    const found = await line(fault, { FAULT_TRIES: "1" });
    expect(found).toMatchObject({ fault, ...nothing, differing: 0 });
  },
);

test.concurrent("a migration that is killed is taken up again where it was", async () => {
  const found = await line("killMigration", { FAULT_STRIDE: "60" });
  expect(found).toMatchObject({ differing: 0, unexpected: 0 });
});

test.concurrent("nobody is answered who is not meant, and changes nothing", async () => {
  expect(await line("access", {})).toMatchObject({ differing: 0, unexpected: 0 });
});
