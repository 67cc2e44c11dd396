import { refusals } from "@milepost/engine";

/** Why the engine refused a row, as a sentence. */
export function reasonOf(code: string): string {
  return Object.hasOwn(refusals, code)
    ? refusals[code as keyof typeof refusals].message
    : "The database does not take one of its values.";
}
