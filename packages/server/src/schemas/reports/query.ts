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
const enrolledFrom = instantInput.optional().openapi({
  description: "Only attempts enrolled at this instant or later; since ever when omitted.",
});
const enrolledBefore = instantInput.optional().openapi({
  description:
    "Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since " +
    "then when omitted.",
});
const by = z.enum(["week", "month"]).optional().openapi({
  default: "week",
  description: "Period, in the tenant's time zone; weeks are those of ISO 8601.",
});
const course = courseId.optional().openapi({ description: "Only this course." });

const dueFrom = instantInput.optional().openapi({
  description: "Only deadlines at this instant or later, those of exempt attempts left out.",
});
const dueBefore = instantInput.optional().openapi({
  description:
    "Only deadlines before this instant, which is after `dueFrom`, those of exempt attempts left " +
    "out.",
});
const completedFrom = instantInput.optional().openapi({
  description: "Only attempts completed at this instant or later.",
});
const completedBefore = instantInput.optional().openapi({
  description: "Only attempts completed before this instant, which is after `completedFrom`.",
});
const mostDays = 100_000;

interface Window {
  readonly enrolledFrom?: Date | undefined;
  readonly enrolledBefore?: Date | undefined;
  readonly dueFrom?: Date | undefined;
  readonly dueBefore?: Date | undefined;
  readonly completedFrom?: Date | undefined;
  readonly completedBefore?: Date | undefined;
  readonly minDays?: number | undefined;
  readonly maxDays?: number | undefined;
}

const windows = [
  ["enrolledFrom", "enrolledBefore"],
  ["dueFrom", "dueBefore"],
  ["completedFrom", "completedBefore"],
] as const;

/** Refuses a window of time that ends before anything can be in it, and such a range of days. */
export function checkWindow<Query extends Window>(
  query: Query,
  { addIssue }: z.core.$RefinementCtx<Query>,
): void {
  for (const [first, last] of windows) {
    const [from, before] = [query[first], query[last]];
    if (!from || !before || before > from) continue;
    const params = { refusal: "time_out_of_range" };
    addIssue({ code: "custom", path: [last], message: `Has to be after ${first}.`, params });
  }
  const { minDays = 0, maxDays = mostDays } = query;
  if (maxDays >= minDays) return;
  addIssue({ code: "custom", path: ["maxDays"], message: "Has to be minDays or more." });
}

export const groupQuery = z.strictObject({ group });
/** Of a group, a window, or both; {@link checkWindow} goes behind whatever it is made part of. */
export const windowQuery = groupQuery.extend({ enrolledFrom, enrolledBefore });
export const dueQuery = z.strictObject({ dueFrom, dueBefore });
export const completedQuery = z.strictObject({ completedFrom, completedBefore });
/** A range of days, of which it is told what they are. */
export const daysQuery = (what: string) =>
  z.strictObject({
    minDays: wholeNumber(0, mostDays).openapi({
      description: `Only ${what} for so long or longer.`,
    }),
    maxDays: wholeNumber(0, mostDays).openapi({
      description: `Only ${what} for so long at most, which is \`minDays\` or more.`,
    }),
  });
const asOfQuery = windowQuery.extend({ asOf });

export const windowAloneQuery = windowQuery.superRefine(checkWindow);
export const courseListQuery = pageQuery
  .extend(asOfQuery.shape)
  .extend({
    maturedDays: wholeNumber(1, 365).openapi({
      description:
        "Days that an attempt has to be old to count in `matured`; without it when omitted.",
    }),
  })
  .superRefine(checkWindow);
export const courseQuery = asOfQuery
  .extend({
    maturedDays: wholeNumber(1, 365, 30).openapi({
      description: "Days that an attempt has to be old to count in `matured`.",
    }),
  })
  .superRefine(checkWindow);
export const timeOrigin = z.enum(["firstAccess", "enrolled"]);
export const timeQuery = asOfQuery
  .extend({
    from: timeOrigin
      .optional()
      .openapi({ default: "firstAccess", description: "Where the days of an attempt begin." }),
  })
  .superRefine(checkWindow);
export const cohortsQuery = groupQuery.extend({ by });
export const activityQuery = windowQuery.extend({ by }).superRefine(checkWindow);
export const activityByCourseQuery = pageQuery
  .extend(windowQuery.shape)
  .extend({
    by,
    periods: wholeNumber(1, 60, 12).openapi({
      description: "Full periods to look back, beside the one that is running.",
    }),
  })
  .superRefine(checkWindow);
export const deadlinesQuery = windowQuery.extend({ course }).superRefine(checkWindow);
export const overdueQuery = pageQuery
  .extend(asOfQuery.shape)
  .extend(daysQuery("those overdue").shape)
  .extend({ course })
  .superRefine(checkWindow);
export const dueNextQuery = pageQuery
  .extend(windowQuery.shape)
  .extend(dueQuery.shape)
  .extend({
    course,
    days: wholeNumber(1, 90, 14).openapi({ description: "How far to look ahead." }),
  })
  .superRefine(checkWindow);

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
