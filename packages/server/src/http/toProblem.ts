import { MilepostError, RecorderFullError } from "@milepost/engine";
import { databaseTrouble } from "../database/databaseTrouble.ts";
import { Problem } from "./Problem.ts";

/** Whatever was thrown, as the problem to answer. Of an unknown error nothing gets out. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof MilepostError) {
    return new Problem(error.code, { detail: detailOf(error), cause: error });
  }
  if (error instanceof RecorderFullError) return new Problem("database_busy", { cause: error });
  return new Problem(databaseTrouble(error) ?? "internal_error", { cause: error });
}

function detailOf({ message, subject }: MilepostError): string {
  const named = Object.entries(subject).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return named.length === 0 ? message : `${message} (${named.join(", ")})`;
}
