import { z } from "@hono/zod-openapi";
import { courseId, learnerId } from "./ids.ts";
import { instant, instantInput, nullableInstant } from "./instant.ts";
import { text } from "./text.ts";

/** An IANA name; which ones there are, PostgreSQL knows. */
export const timeZone = text(1, 100, "time_zone_unknown").openapi({ example: "Europe/Berlin" });

const dueForms =
  'Has to be {"at"}, {"onDate", "timeZone"}, {"afterDays", "timeZone"?} or null, and nothing else.';

const due = z
  .union([
    z.strictObject({ at: instantInput }),
    z.strictObject({
      onDate: z.iso.date().openapi({ example: "2026-04-24" }),
      timeZone,
    }),
    z.strictObject({
      afterDays: z.int().openapi({ minimum: 0, maximum: 36_500, example: 30 }),
      timeZone: timeZone.optional(),
    }),
  ])
  .openapi("Due", {
    description:
      "An instant; the end of a local day; or the end of the local day so many days after " +
      "enrollment, in the learner's zone or else the tenant's where none is named.",
  });

/** A deadline as it is stated; null for none. */
export const dueInput = z.union([due, z.null()], { error: dueForms });

/** The terms of an enrollment. */
export const enrollmentTerms = {
  due: dueInput
    .optional()
    .openapi({ description: "The deadline; null removes it, leaving it out leaves it alone." }),
  source: text(1, 100).optional().openapi({ example: "hr" }),
};

/** When an attempt began. It counts only where the call opens it. */
export const enrolledAt = instantInput.optional().openapi({
  description: "Counts where the call opens an attempt; now when omitted.",
});

/** An attempt, as the calls that open or end one answer it. */
export const enrollment = z
  .object({
    learner: learnerId,
    course: courseId,
    attempt: z.int().openapi({ example: 1 }),
    enrolledAt: instant,
    dueAt: nullableInstant,
    originalDueAt: nullableInstant,
    timeZone: z.string().nullable(),
    withdrawnAt: nullableInstant,
    exemptedAt: nullableInstant,
  })
  .openapi("Enrollment");
