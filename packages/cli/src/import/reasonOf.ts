import { refusals } from "@milepost/engine";

/**
 * A row of an export that belongs to no outline, or stands in another order than the outlines do.
 */
export const outOfStep = "out_of_step";

/** Why the engine refused a row, as a sentence. */
export function reasonOf(code: string): string {
  if (code === outOfStep) {
    return "No outline of this course and version comes at this place in outlines.ndjson.";
  }
  if (code === "membership_overlaps") {
    return "The learner belonged to the group at that time already, from or until another instant.";
  }
  return Object.hasOwn(refusals, code)
    ? refusals[code as keyof typeof refusals].message
    : "The database does not take one of its values.";
}
