import { type ChildProcess, execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { type Account, findServer, serverAccount } from "../../tests/support/findServer.ts";
import { freePort } from "../../tests/support/freePort.ts";
import { endGuard, spawnGuarded } from "../../tests/support/guardedServer.ts";
import { createFiles } from "../../tests/support/startCluster.ts";

const run = promisify(execFile);

export interface PostgresOptions {
  /** Of the server, where its defaults are not what is wanted. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where its folder is made: of the system's temporary files, unless said. */
  readonly within?: string;
}

/**
 * A PostgreSQL that syncs to disk, whose processes are killed, stopped and started again on the
 * same port and files. `remove` ends it and removes them; so does the end of this process, however
 * it ends.
 */
export class Postgres {
  /** Of a superuser, in the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly data: string;
  readonly #folder: string;
  readonly #binaries: string;
  readonly #account: Account;
  readonly #settings: Readonly<Record<string, string>>;
  readonly #guards: ChildProcess[] = [];

  private constructor(
    folder: string,
    how: {
      binaries: string;
      account: Account;
      settings: Readonly<Record<string, string>>;
      port: number;
      password: string;
    },
  ) {
    this.#folder = folder;
    this.data = join(folder, "data");
    this.#binaries = how.binaries;
    this.#account = how.account;
    this.#settings = how.settings;
    this.port = how.port;
    this.url = `postgres://postgres:${how.password}@127.0.0.1:${how.port}/postgres`;
  }

  /** Makes one; resolves once it answers. */
  static async create({ settings = {}, within = tmpdir() }: PostgresOptions = {}) {
    const [binaries, port] = [await findServer(), await freePort()];
    const account = await serverAccount();
    const folder = await mkdtemp(join(within, "milepost-fault-"));
    const password = randomBytes(16).toString("hex");
    await createFiles(folder, { binaries, account, password });
    const postgres = new Postgres(folder, { binaries, account, settings, port, password });
    await postgres.start();
    return postgres;
  }

  /** A standby of this one, on a port and files of its own; resolves once it answers. */
  async createStandby(): Promise<Postgres> {
    const folder = await mkdtemp(join(this.#folder, "..", "milepost-fault-"));
    const { uid, gid } = this.#account;
    if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
    const settings = this.#settings;
    const how = { binaries: this.#binaries, account: this.#account, settings };
    const { password } = new URL(this.url);
    const standby = new Postgres(folder, { ...how, port: await freePort(), password });
    const to = ["-D", standby.data, "--checkpoint=fast", "--write-recovery-conf"];
    const program = join(this.#binaries, "pg_basebackup");
    await run(program, ["-d", this.url, ...to], { ...this.#account, cwd: folder });
    await standby.start();
    return standby;
  }

  /** Starts it where it does not run; resolves once it answers. */
  async start(): Promise<void> {
    const program = join(this.#binaries, "postgres");
    for (;;) {
      const how = { port: this.port, account: this.#account, settings: this.#settings };
      this.#guards.push(spawnGuarded(this.#folder, { program, durable: true, ...how }));
      if (await this.#answers()) return;
    }
  }

  /** `pg_ctl stop`, which waits until it has stopped. */
  async stop(mode: "fast" | "immediate"): Promise<void> {
    const args = ["stop", "-D", this.data, "-m", mode, "-w"];
    await run(join(this.#binaries, "pg_ctl"), args, { ...this.#account, cwd: this.#folder });
  }

  /** SIGKILL to all of its processes at once, as the machine's end would. */
  async kill(): Promise<void> {
    await this.#signal("SIGKILL");
  }

  /**
   * SIGKILL to one that serves a connection, as a kernel out of memory does; resolves once the
   * others were ended for it and the server answers again.
   */
  async killBackend(): Promise<void> {
    const watch = new pg.Client({ connectionString: this.url });
    await watch.connect();
    const ended = new Promise<void>((resolve) => watch.once("error", () => resolve()));
    const { rows } = await watch.query<{ pid: number }>(`
      select pid from pg_stat_activity
      where application_name = 'milepost' order by random() limit 1`);
    const [victim] = rows;
    if (victim === undefined) throw new Error("Nobody is connected.");
    process.kill(victim.pid, "SIGKILL");
    await ended;
    await this.#answers();
  }

  /** Stops the clock of all its processes: connections stand, and nobody answers. */
  async freeze(): Promise<void> {
    await this.#signal("SIGSTOP");
  }

  async thaw(): Promise<void> {
    await this.#signal("SIGCONT");
  }

  /** One statement on a connection of its own. */
  async query<Row extends pg.QueryResultRow>(text: string): Promise<pg.QueryResult<Row>> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      return await client.query<Row>(text);
    } finally {
      await client.end();
    }
  }

  /** Whether one runs on the files: what was killed has left its file with a number of nobody. */
  async isRunning(): Promise<boolean> {
    return (await this.#processes()).length > 0;
  }

  /** The last first: the end of each guard removes the folder. */
  async remove(): Promise<void> {
    for (const guard of this.#guards.reverse()) await endGuard(guard);
  }

  /** False where it has ended instead, as one does that meets processes of the one before it. */
  async #answers(): Promise<boolean> {
    for (let tries = 0; ; tries++) {
      const answers = await this.query("select").then(
        () => true,
        () => false,
      );
      if (answers) return true;
      if (tries > 100 && !(await this.isRunning())) return false;
      await pause(5);
    }
  }

  async #signal(signal: NodeJS.Signals): Promise<void> {
    for (const pid of await this.#processes()) {
      try {
        process.kill(pid, signal);
      } catch (error) {
        // Ended since it was listed.
        if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
      }
    }
  }

  /** The first process and then its children, by the kernel's word. */
  async #processes(): Promise<number[]> {
    const file = await readFile(join(this.data, "postmaster.pid"), "utf8").catch(() => "");
    const first = Number.parseInt(file, 10);
    const stats = await Promise.all(
      (await readdir("/proc"))
        .filter((name) => /^\d+$/.test(name))
        .map((name) => readFile(`/proc/${name}/stat`, "utf8").catch(() => "")),
    );
    const running = stats
      .map((stat) => /^(\d+) \((.*)\) (\S) (\d+)/s.exec(stat))
      .flatMap((match) => (match === null || match[3] === "Z" ? [] : [match]))
      .filter(([, , name]) => name === "postgres")
      .map(([, pid, , , parent]) => ({ pid: Number(pid), parent: Number(parent) }));
    const own = running.filter(({ pid }) => pid === first);
    const children = running.filter(({ parent }) => parent === first);
    return [...own, ...children].map(({ pid }) => pid);
  }
}
