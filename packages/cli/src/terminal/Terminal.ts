/** Where a command stands: what it reads of its surroundings and what it writes to. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output: the answer, and nothing else. */
  readonly out: (text: string) => void;
  /** Standard error: progress, warnings, errors. */
  readonly err: (text: string) => void;
  /**
   * Width of standard error in columns where a person watches it, or null: then no line is redrawn.
   */
  readonly columns: number | null;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Aborted by Ctrl-C, or by SIGTERM. */
  readonly stop: AbortSignal;
}
