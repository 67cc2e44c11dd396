import { type RefusalCode, refusals } from "./refusals.ts";

/**
 * Understood and refused; the database is unchanged. Any other error is an outage or a bug: log it,
 * answer 500.
 */
export class MilepostError extends Error {
  override readonly name = "MilepostError";
  readonly code: RefusalCode;
  /**
   * Identifiers the caller sent, nothing else. Never PostgreSQL's `detail`: it quotes the whole
   * failing row.
   */
  readonly subject: Readonly<Record<string, string>>;

  constructor(code: RefusalCode, subject: Record<string, string> = {}, cause?: unknown) {
    super(refusals[code].message, { cause });
    this.code = code;
    this.subject = subject;
  }
}
