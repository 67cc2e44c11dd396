import type { ProblemCode } from "../http/problems.ts";

export type DatabaseTrouble = Extract<
  ProblemCode,
  "database_unavailable" | "database_not_migrated" | "database_busy" | "timed_out"
>;

/** Connection codes of Node's own, raised before PostgreSQL says anything. */
const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT", // no such Unix socket
]);

/**
 * What `pg` says without a code. Its messages are all there is to go by; a test brings each of
 * these about, so that an upgrade which rewords them shows.
 */
const driverMessages = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect/,
  /^timeout expired/,
  /not queryable$/,
  /^Cannot use a pool after calling end/,
];

/** SQLSTATEs, or their first two letters, of a database that can't answer anyone just now. */
const troubleBySqlstate: Readonly<Record<string, DatabaseTrouble>> = {
  "08": "database_unavailable", // connection exceptions
  "28": "database_unavailable", // our own credentials are refused
  "53": "database_unavailable", // out of connections, disk, memory
  "58": "database_unavailable", // its disk or its files
  "57P01": "database_unavailable", // shut down by an administrator
  "57P02": "database_unavailable",
  "57P03": "database_unavailable", // starting up
  "57P05": "database_unavailable",
  "25006": "database_unavailable", // read-only: a replica, or a primary that was demoted
  "3D000": "database_unavailable", // no such database
  "3F000": "database_not_migrated", // no schema milepost
  "42883": "database_not_migrated", // an older schema, without a function of ours
  "42P01": "database_not_migrated",
  "57014": "timed_out", // statement_timeout
  "55P03": "database_busy", // lock_timeout
  "40001": "database_busy", // serialization
  "40P01": "database_busy", // deadlock
};

/** What an error says of the database's state; undefined where it says that we have a bug. */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  if (!(error instanceof Error)) return undefined;
  // Node tries every address of a name and gathers what came of it.
  if (error instanceof AggregateError) return databaseTrouble(error.errors[0]);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (networkCodes.has(code)) return "database_unavailable";
  const trouble = troubleBySqlstate[code] ?? troubleBySqlstate[code.slice(0, 2)];
  if (trouble !== undefined) return trouble;
  // Whatever its code (a full disk has XX000 where a connection begins), it ended the connection.
  if ("severity" in error && /^(FATAL|PANIC)$/.test(String(error.severity))) {
    return "database_unavailable";
  }
  return driverMessages.some((message) => message.test(error.message))
    ? "database_unavailable"
    : undefined;
}
