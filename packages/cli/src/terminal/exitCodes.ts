/** How every command ends. `milepost --help` prints this table, and a test runs each of them. */
export const exitCodes = {
  ok: 0,
  /** Done, and there is something to look at: differences, refused lines, a refused act. */
  findings: 1,
  /** The command line, a file or the configuration is wrong. Nothing was changed. */
  usage: 2,
  /** No database to work on: unreachable, held by another process, or not migrated. */
  database: 3,
  /** A bug of ours, or an outage in the middle of the work. */
  failure: 70,
  /** Stopped by Ctrl-C; an import continues when it is run again. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
