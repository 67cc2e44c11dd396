import type { ExitCode } from "./exitCodes.ts";

/** A command that cannot go on, and why: its message is written for whoever typed the command. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  /** Stable, for programs that read `--json`. */
  readonly code: string;
  readonly exitCode: ExitCode;
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(
    message: string,
    { code, exitCode, hint, cause }: CommandFailure & { cause?: unknown },
  ) {
    super(message, { cause });
    this.code = code;
    this.exitCode = exitCode;
    this.hint = hint;
  }
}

interface CommandFailure {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly hint?: string | undefined;
}
