/** What came back. */
export interface FuzzAnswer {
  readonly status: number;
  /** By lower-case name; those that came twice are joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Why there is no answer: it took too long, or the connection ended without one. */
export type NoAnswer = "hang" | "cut off";
