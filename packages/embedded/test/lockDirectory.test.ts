import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DataDirectoryInUseError } from "../src/directory/DataDirectoryInUseError.ts";
import { lockDirectory } from "../src/directory/lockDirectory.ts";
import type { LockHolder } from "../src/directory/lockHolder.ts";
import { processIdentity } from "../src/directory/processIdentity.ts";
import { type Child, startChild } from "./support/startChild.ts";
import { temporaryDirectory } from "./support/temporaryDirectory.ts";

/** Any id that no process of this test has had. */
const deadPid = 4_194_303;

function writeHolder(file: string, holder: Partial<LockHolder>): void {
  writeFileSync(file, JSON.stringify({ ...processIdentity(), id: "other", ...holder }));
}

function holderOf(directory: string): LockHolder {
  return JSON.parse(readFileSync(join(directory, "lock"), "utf8")) as LockHolder;
}

function inUseBy(pid: number) {
  return expect.objectContaining({ name: "DataDirectoryInUseError", holderPid: pid });
}

describe("the lock of a data directory", () => {
  test("is refused to a second holder in the same process, which is told its own id", () => {
    const directory = temporaryDirectory();
    const lock = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow(DataDirectoryInUseError);
    expect(() => lockDirectory(directory)).toThrow(inUseBy(process.pid));
    lock.release();
    lockDirectory(directory).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  test("is refused while another process has it, and free when that one ends", async () => {
    const directory = temporaryDirectory();
    const holder = startChild("takeLock", directory);
    expect(await holder.line()).toBe("won");
    expect(() => lockDirectory(directory)).toThrow(inUseBy(holder.pid));
    expect(() => lockDirectory(directory)).toThrow(directory);
    await holder.finish();
    lockDirectory(directory).release();
  });

  test("of a killed process is taken over", async () => {
    const directory = temporaryDirectory();
    const holder = startChild("takeLock", directory);
    expect(await holder.line()).toBe("won");
    await holder.kill();
    expect(holderOf(directory).pid).toBe(holder.pid);
    const lock = lockDirectory(directory);
    expect(holderOf(directory).pid).toBe(process.pid);
    expect(readdirSync(directory)).toEqual(["lock"]);
    lock.release();
  });

  test("is not released by a holder that lost it", () => {
    const directory = temporaryDirectory();
    const lock = lockDirectory(directory);
    writeHolder(join(directory, "lock"), { id: "successor" });
    lock.release();
    expect(holderOf(directory).id).toBe("successor");
  });

  test("of a dead process whose id is in use again is taken over", () => {
    const directory = temporaryDirectory();
    writeHolder(join(directory, "lock"), { startedTicks: "1" });
    lockDirectory(directory).release();
  });

  test("left half written by a power cut is taken over", () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, "lock"), "");
    lockDirectory(directory).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  test("of another container counts until it has been silent for half a minute", () => {
    const directory = temporaryDirectory();
    const file = join(directory, "lock");
    writeHolder(file, { place: "elsewhere", pid: deadPid });
    expect(() => lockDirectory(directory)).toThrow(inUseBy(deadPid));
    const silentSince = new Date(Date.now() - 31_000);
    utimesSync(file, silentSince, silentSince);
    lockDirectory(directory).release();
  });
});

describe("a starter killed while it took over", () => {
  test("passes the right on when it is dead", () => {
    const directory = temporaryDirectory();
    writeHolder(join(directory, "lock"), { id: "first", pid: deadPid });
    writeHolder(join(directory, "lock.after-first"), { id: "second", pid: deadPid });
    writeHolder(join(directory, "lock.after-second"), { id: "third", pid: deadPid });
    lockDirectory(directory).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  test("keeps the right while it lives", () => {
    const directory = temporaryDirectory();
    writeHolder(join(directory, "lock"), { id: "first", pid: deadPid });
    writeHolder(join(directory, "lock.after-first"), { id: "second" });
    expect(() => lockDirectory(directory)).toThrow(inUseBy(process.pid));
    expect(holderOf(directory).id).toBe("first");
  });
});

describe("of starters that race", () => {
  const racers = 6;

  test.each([
    ["for a free lock", {}],
    ["for the lock of a dead process", { lock: "first" }],
    ["for a lock half taken over", { lock: "first", "lock.after-first": "second" }],
  ])("exactly one wins, %s", { timeout: 60_000 }, async (_name, files) => {
    for (let round = 0; round < 4; round++) {
      const directory = temporaryDirectory();
      for (const [file, id] of Object.entries(files)) {
        writeHolder(join(directory, file), { id, pid: deadPid });
      }
      const children: Child[] = [];
      for (let i = 0; i < racers; i++) children.push(startChild("takeLock", directory));
      const said = await Promise.all(children.map((child) => child.line()));
      const winner = children[said.indexOf("won")];
      expect(said.filter((line) => line === "won")).toHaveLength(1);
      expect(holderOf(directory).pid).toBe(winner?.pid);
      expect(said.filter((line) => line?.startsWith("refused "))).toHaveLength(racers - 1);
      await Promise.all(children.map((child) => child.finish()));
      expect(readdirSync(directory)).toEqual([]);
    }
  });
});
