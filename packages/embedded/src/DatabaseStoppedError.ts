/**
 * PostgreSQL did not start, or the thread that ran it is gone: then this query and every later one
 * fails, and what was acknowledged before is in the data directory. `cause` says why. Only opening
 * the database again helps.
 */
export class DatabaseStoppedError extends Error {
  override readonly name = "DatabaseStoppedError";

  constructor(cause: unknown, { started }: { started: boolean }) {
    const what = started ? "has stopped" : "did not start";
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The embedded database ${what}: ${reason}`, { cause });
  }
}
