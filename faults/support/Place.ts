import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "@milepost/embedded";
import { createApiKey, migrate } from "@milepost/engine";
import pg from "pg";
import { seedCourse } from "../../bench/support.ts";
import { MilepostServer } from "./MilepostServer.ts";
import { Postgres, type PostgresOptions } from "./Postgres.ts";

/** A running service on a database of its own, to be struck. */
export interface Place<Database = Postgres> {
  readonly server: MilepostServer;
  /** Undefined where it is embedded in the server's process. */
  readonly database: Database;
  /** Of a service. */
  readonly key: string;
  /**
   * The database's contents, once the server has stopped; those of another database, where it was
   * exchanged.
   */
  inspect<T>(work: (pool: pg.Pool) => Promise<T>, of?: Database): Promise<T>;
  remove(): Promise<void>;
}

export interface PlaceOptions extends PostgresOptions {
  /** Of the server. */
  readonly env?: Readonly<Record<string, string>>;
}

/** `milepost serve` on a PostgreSQL server. */
export async function serverPlace({ env, ...options }: PlaceOptions = {}): Promise<Place> {
  const database = await Postgres.create(options);
  const inspect = async <T>(work: (pool: pg.Pool) => Promise<T>, of = database) => {
    const pool = new pg.Pool({ connectionString: of.url, max: 2 });
    // The database may be struck under it.
    pool.on("error", () => {});
    try {
      return await work(pool);
    } finally {
      await pool.end();
    }
  };
  const key = await inspect(prepare);
  const server = await MilepostServer.create({ DATABASE_URL: database.url, ...env });
  const remove = async () => {
    await server.kill();
    await database.remove();
  };
  return { server, database, key, inspect, remove };
}

/** `milepost serve` on the embedded database, which lives and ends with the server's process. */
export async function embeddedPlace(): Promise<Place<undefined>> {
  const folder = await mkdtemp(join(tmpdir(), "milepost-fault-"));
  const dataDirectory = join(folder, "data");
  const inspect = async <T>(work: (pool: pg.Pool) => Promise<T>) => {
    const { pool, close } = await openEmbedded({ dataDirectory });
    try {
      return await work(pool);
    } finally {
      await close();
    }
  };
  const key = await inspect(prepare);
  const server = await MilepostServer.create({ MILEPOST_DATA: dataDirectory });
  const remove = async () => {
    await server.kill();
    await rm(folder, { recursive: true });
  };
  return { server, database: undefined, key, inspect, remove };
}

/** The schema, a course, and a key to write with. */
async function prepare(pool: pg.Pool): Promise<string> {
  await migrate(pool);
  await seedCourse(pool, { learners: 0, lessons: 3 });
  const { key } = await createApiKey(pool, { name: "load", role: "service" });
  return key;
}
