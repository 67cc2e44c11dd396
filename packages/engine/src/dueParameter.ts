import type { Due } from "./types.ts";

/** A deadline as the SQL functions take it: absent is null, a removed one is the JSON null. */
export function dueParameter(due: Due | null | undefined): string | null {
  return due === undefined ? null : JSON.stringify(due);
}
