import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The oldest version that Milepost runs on comes first: what
 * is green there is green on the newer ones.
 */
const oldestMajor = 15;

/**
 * Folder of `initdb` and `postgres`. Installs the distribution's own server where it is
 * missing and this is root on Debian: a clean machine runs the tests with one command.
 */
export async function findServer(): Promise<string> {
  const found = await lookForServer();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("No PostgreSQL server here: installing Debian's.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-q"], { env, maxBuffer: 1 << 26 });
    const install = ["install", "-y", "-q", "--no-install-recommends", "postgresql"];
    await run("apt-get", install, { env, maxBuffer: 1 << 26 });
    const installed = await lookForServer();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    `The tests need the programs of PostgreSQL ${oldestMajor} or newer (initdb, postgres), or ` +
      "TEST_DATABASE_URL of a superuser on such a server.",
  );
}

async function lookForServer(): Promise<string | undefined> {
  const folders = await Promise.all([...(await debianFolders()), configuredFolder()]);
  const servers = await Promise.all(folders.map(majorVersion));
  return servers
    .filter(({ major }) => major >= oldestMajor)
    .sort((a, b) => a.major - b.major)
    .at(0)?.folder;
}

async function debianFolders(): Promise<string[]> {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  return (await readdir(root)).map((version) => join(root, version, "bin"));
}

async function configuredFolder(): Promise<string> {
  return run("pg_config", ["--bindir"]).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
}

/** 0 where the folder has no server: a client package leaves `pg_config` behind without one. */
async function majorVersion(folder: string): Promise<{ folder: string; major: number }> {
  if (!existsSync(join(folder, "initdb"))) return { folder, major: 0 };
  const { stdout } = await run(join(folder, "postgres"), ["--version"]);
  return { folder, major: Number(/(\d+)/.exec(stdout)?.[1] ?? 0) };
}

/** Whom to run the server as; empty where that is whoever runs the tests. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** The server refuses to run as root, so root runs it as the `postgres` the package made. */
export async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const passwd = await readFile("/etc/passwd", "utf8");
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(passwd) ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error("The tests run as root and need an account named postgres for the server.");
  }
  return { uid: Number(uid), gid: Number(gid) };
}
