import type { ExitCode } from "./exitCodes.ts";

/** What a command answers: the same thing for a program and for a person. */
export interface Answer {
  /** Printed by `--json`, as one document. */
  readonly document: unknown;
  readonly text: string;
  /** 0 when omitted. */
  readonly exitCode?: ExitCode;
}
