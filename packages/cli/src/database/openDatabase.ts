import { resolve } from "node:path";
import { openEmbedded } from "@milepost/embedded";
import { type Config, poolOptions } from "@milepost/server";
import pg from "pg";
import { hasEmbedded } from "./hasEmbedded.ts";

/** The database that the configuration names, opened. */
export interface Database {
  readonly pool: pg.Pool;
  readonly kind: "PostgreSQL" | "embedded";
  /** Where it is, for people and for telling databases apart; never with a password. */
  readonly location: string;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** With the limits of requests; without, a statement may take as long as it needs. */
  readonly forServing?: boolean;
  /** Take an empty embedded database in memory where there is none in the folder, and make none. */
  readonly orInMemory?: boolean;
}

/**
 * Opens `DATABASE_URL`, or the embedded database in its folder, which is made where it is missing.
 * Connects to nothing yet, as far as a server goes.
 */
export async function openDatabase(
  config: Config,
  { forServing = false, orInMemory = false }: OpenOptions = {},
): Promise<Database> {
  if (config.databaseUrl === null) {
    const inMemory = orInMemory && !hasEmbedded(config);
    const directory = inMemory ? {} : { dataDirectory: config.dataDirectory };
    const { pool, close } = await openEmbedded(directory);
    return { pool, kind: "embedded", location: resolve(config.dataDirectory), close };
  }
  const { statement_timeout, idle_in_transaction_session_timeout, ...patient } =
    poolOptions(config);
  const limits = forServing ? { statement_timeout, idle_in_transaction_session_timeout } : {};
  const pool = new pg.Pool({ ...patient, ...limits });
  // Without a listener, one that breaks would end the process. Where it is idle it is replaced, and
  // where it is in use, whoever uses it is told.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    pool,
    kind: "PostgreSQL",
    location: withoutPassword(config.databaseUrl),
    // The server ends its pool when it is closed; pg refuses to end one twice.
    close: () => (pool.ended ? Promise.resolve() : pool.end()),
  };
}

function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.password = "";
  url.search = "";
  return url.href;
}
