/**
 * The schema was not brought up to date. What had been
 * committed before stays; the file named is rolled back whole.
 */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
  /**
   * Path below `sql/`, such as `migrations/0002_tables.sql`; null where no single file is to blame.
   */
  readonly file: string | null;
  /** Line and column in that file, from 1, where the database named a place. */
  readonly line: number | null;
  readonly column: number | null;

  constructor(
    message: string,
    {
      file = null,
      line = null,
      column = null,
      cause,
    }: {
      file?: string | null;
      line?: number | null;
      column?: number | null;
      cause?: unknown;
    } = {},
  ) {
    const place = [file, line, column].filter((part) => part !== null).join(":");
    super(place === "" ? message : `${place}: ${message}`, { cause });
    this.file = file;
    this.line = line;
    this.column = column;
  }
}
