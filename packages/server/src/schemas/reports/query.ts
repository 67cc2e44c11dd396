import { z } from "@hono/zod-openapi";
import { type ManualChangeType, manualChangeTypes } from "@milepost/engine";
import { courseId, learnerId } from "../ids.ts";
import { instantInput } from "../instant.ts";
import { pageQuery } from "../page.ts";
import { text } from "../text.ts";
import { wholeNumber } from "../wholeNumber.ts";

const group = text(1, 255, "id_out_of_range")
  .optional()
  .openapi({
    example: "berlin",
    description:
      "Id of a group: only attempts of its members, of now or of when the attempt began; the " +
      "answer's `membership` says which.",
  });
const asOf = instantInput
  .optional()
  .openapi({ description: "As it was at this instant, which has to be past; now when omitted." });
const by = z.enum(["week", "month"]).optional().openapi({
  default: "week",
  description: "Period, in the tenant's time zone; weeks are those of ISO 8601.",
});
const course = courseId.optional().openapi({ description: "Only this course." });

export const groupQuery = z.strictObject({ group });
export const asOfQuery = groupQuery.extend({ asOf });
export const courseListQuery = pageQuery.extend(asOfQuery.shape);
export const courseQuery = asOfQuery.extend({
  maturedDays: wholeNumber(1, 365, 30).openapi({
    description: "Days that an attempt has to be old to count in `matured`.",
  }),
});
export const timeQuery = asOfQuery.extend({
  from: z
    .enum(["firstAccess", "enrolled"])
    .optional()
    .openapi({ default: "firstAccess", description: "Where the days of an attempt begin." }),
});
export const periodQuery = groupQuery.extend({ by });
export const overdueQuery = pageQuery.extend(asOfQuery.shape).extend({ course });
export const dueNextQuery = pageQuery.extend(groupQuery.shape).extend({
  course,
  days: wholeNumber(1, 90, 14).openapi({ description: "How far to look ahead." }),
});

const changeTypes = z
  .string()
  .transform((value, { addIssue }) => {
    const named = value.split(",");
    const known: readonly string[] = manualChangeTypes;
    if (named.every((one) => known.includes(one))) return named as ManualChangeType[];
    addIssue({ code: "custom", message: `Has to be some of ${known.join(", ")}.` });
    return z.NEVER;
  })
  .optional()
  .openapi({
    example: "deadline.moved,enrollment.exempted",
    description: "Only changes of these types, separated by commas; all four when omitted.",
  });
export const changesQuery = pageQuery.extend(groupQuery.shape).extend({
  types: changeTypes,
  course,
  learner: learnerId.optional().openapi({ description: "Only of this learner." }),
});
