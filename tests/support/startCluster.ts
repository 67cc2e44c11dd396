import { type ChildProcess, execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdtemp, readFile, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Account, findServer, serverAccount } from "./findServer.ts";
import { freePort } from "./freePort.ts";
import { endGuard, type ServerOptions, spawnGuarded } from "./guardedServer.ts";

const run = promisify(execFile);

export interface Cluster {
  /** Of a superuser, in the database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Files of a cluster that was there before: a copy of it, to recover or to follow it. */
export interface ClusterFiles {
  /** Of the cluster that they are of. */
  readonly url: string;
  /** Puts them into a folder that is not there yet. */
  copyTo(data: string): Promise<void>;
}

/**
 * A PostgreSQL of this run's own, in a temporary folder, on 127.0.0.1,
 * gone once it is stopped. Stopping it is pulling the plug.
 *
 * @param durable - sync to a disk, as a server in operation does: for figures, not for tests
 * @param settings - of the server, where its defaults are too small
 * @param files - instead of new ones; it may still be recovering when this resolves
 */
export async function startCluster({
  durable = false,
  settings = {},
  files,
}: {
  durable?: boolean;
  settings?: Readonly<Record<string, string>>;
  files?: ClusterFiles;
} = {}): Promise<Cluster> {
  const binaries = await findServer();
  // After it: the account comes with the package that may just have been installed.
  const account = await serverAccount();
  const folder = await mkdtemp(join(durable ? tmpdir() : await quickFolder(), "milepost-test-"));
  try {
    const { password } = files ? new URL(files.url) : { password: randomBytes(16).toString("hex") };
    if (files === undefined) await createFiles(folder, { binaries, account, password });
    else await giveTo(account, folder).then(() => files.copyTo(join(folder, "data")));
    const how = { binaries, account, durable, settings };
    const { port, guard } = await startServer(folder, how);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop: () => endGuard(guard),
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Memory where a gigabyte of it is free, as a container often has not: a database is
 * copied in 9 ms there, and in 290 ms on the disk of the machine where this was measured.
 */
async function quickFolder(): Promise<string> {
  const memory = "/dev/shm";
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 2 ** 30 ? memory : tmpdir();
}

async function giveTo({ uid, gid }: Account, path: string): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

/** New files of a cluster, with a superuser `postgres`, in the folder's `data`. */
export async function createFiles(
  folder: string,
  { binaries, account, password }: { binaries: string; account: Account; password: string },
): Promise<void> {
  const passwordFile = join(folder, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(account, folder);
  await giveTo(account, passwordFile);
  // A default collation unlike the embedded database's, so that
  // an order which forgets `collate "C"` shows.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"];
  const access = ["--username=postgres", "--auth=password", `--pwfile=${passwordFile}`];
  await run(
    join(binaries, "initdb"),
    ["-D", join(folder, "data"), "--no-sync", ...locale, ...access],
    { ...account, cwd: folder },
  );
}

async function startServer(
  folder: string,
  { binaries, account, durable, settings }: ServerOptions & { binaries: string },
): Promise<{ port: number; guard: ChildProcess }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const guard = spawnGuarded(folder, {
      program: join(binaries, "postgres"),
      port,
      account,
      durable,
      settings,
    });
    const log = await untilItSpeaks(join(folder, "log"));
    if (ready.test(log)) return { port, guard };
    if (attempt === 3 || !log.includes("Address already in use")) {
      await endGuard(guard);
      throw new Error(`The test server did not start:\n${log}`);
    }
    // Not ended: that would remove the folder. Another process
    // took the port in between; try the next.
    guard.kill("SIGKILL");
    await rm(join(folder, "log"), { force: true });
  }
}

const ready = /ready to accept (read-only )?connections/;

/** The log, once it says that the server is up or will not be. */
async function untilItSpeaks(path: string): Promise<string> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const log = await readFile(path, "utf8").catch(() => "");
    if (ready.test(log) || log.includes("FATAL")) return log;
    if (Date.now() > deadline) return `${log}\nNothing more within 30 seconds.`;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
