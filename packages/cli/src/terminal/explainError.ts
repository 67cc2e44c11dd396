import { DataDirectoryInUseError } from "@milepost/embedded";
import { MigrationError, MilepostError } from "@milepost/engine";
import { CommandError } from "./CommandError.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";

/** What is told of an error: to a person in words, to a program as a document. */
export interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly exitCode: ExitCode;
  /** Where it came from, for a report: only of what should not have happened. */
  readonly stack?: string | undefined;
}

/** Says what an error means to whoever typed the command, and how the command ends for it. */
export function explainError(error: unknown): Explanation {
  if (error instanceof CommandError) {
    const { code, message, hint, exitCode } = error;
    return { code, message, hint, exitCode };
  }
  if (error instanceof MilepostError) {
    const subject = Object.entries(error.subject).map(([name, id]) => ` ${name}: ${id}`);
    const message = `${error.message}${subject.join()}`;
    return { code: error.code, message, exitCode: exitCodes.findings };
  }
  if (error instanceof MigrationError) {
    const exitCode = exitCodes.database;
    return { code: "migration_failed", message: error.message, exitCode };
  }
  if (error instanceof DataDirectoryInUseError) return explainInUse(error);
  return explainKnown(error) ?? explainBug(error);
}

function explainInUse(error: DataDirectoryInUseError): Explanation {
  return {
    code: "database_in_use",
    message:
      `The embedded database in ${error.dataDirectory} is in use by process ` +
      `${error.holderPid}, most likely \`milepost start\` or \`milepost serve\`.`,
    hint: "It takes one process at a time: stop that one first, or use its HTTP API instead.",
    exitCode: exitCodes.database,
  };
}

/** SQLSTATEs and system errors that a caller can do something about, by what that is. */
const known = [
  [/^(28|3D)/, "database_refused", "Check name and password in DATABASE_URL."],
  [
    /^42501$/,
    "database_permission",
    "DATABASE_URL has to be of a role that may do this: the one that migrated the database.",
  ],
  [/^(08|53|57P)/, "database_unreachable", "Run the command again once the database is back."],
  [
    /^(ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)/,
    "database_unreachable",
    "Is DATABASE_URL right, and does the server run?",
  ],
  [/^EADDR/, "address_taken", "Set PORT to a free port (0 takes any), or HOST to an own address."],
  [/^(ENOENT|EACCES|EISDIR|ENOTDIR|EROFS|ENOSPC)$/, "file_unusable", undefined],
] as const;

const wrongSettings: ReadonlySet<string> = new Set(["address_taken", "file_unusable"]);

function explainKnown(error: unknown): Explanation | undefined {
  // Node tries every address of a name, and tells of all of them at once.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return undefined;
  const { code = "", message } = first as NodeJS.ErrnoException;
  // The driver's own two have no code.
  const lost = /timeout exceeded when trying to connect|Connection terminated/.test(message);
  const found = known.find(([pattern]) => pattern.test(lost ? "08" : code));
  if (found === undefined) return undefined;
  const exitCode = wrongSettings.has(found[1]) ? exitCodes.usage : exitCodes.database;
  return { code: found[1], message, hint: found[2], exitCode };
}

function explainBug(error: unknown): Explanation {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { code: "unexpected", message, stack, exitCode: exitCodes.failure };
}
