import type pg from "pg";
import type { Config } from "./readConfig.ts";

/** How long a request waits for PostgreSQL to take a connection before it is answered 503. */
const connectMs = 5_000;

/** What the configuration says about the pool on `DATABASE_URL`, for whoever opens it. */
export function poolOptions({ databaseUrl, poolSize, limits }: Config): pg.PoolConfig {
  return {
    ...(databaseUrl === null ? {} : { connectionString: databaseUrl }),
    max: poolSize,
    application_name: "milepost",
    connectionTimeoutMillis: Math.min(connectMs, limits.requestMs),
    // The database stops what nobody waits for any more.
    statement_timeout: limits.requestMs,
    idle_in_transaction_session_timeout: limits.requestMs,
  };
}
