import { z } from "@hono/zod-openapi";
import { type LedgerEntryType, ledgerEntryTypes } from "@milepost/engine";
import { courseId, learnerId } from "./ids.ts";
import { pageQuery } from "./page.ts";
import { ledgerEntry } from "./progress.ts";

const known: readonly string[] = ledgerEntryTypes;

const types = z
  .string()
  .transform((value, { addIssue }) => {
    const named = value.split(",");
    if (named.every((one) => known.includes(one))) return named as LedgerEntryType[];
    addIssue({ code: "custom", message: `Has to be some of ${known.join(", ")}.` });
    return z.NEVER;
  })
  .optional()
  .openapi({
    example: "course.completed,enrollment.created",
    description: "Entries of these types only, separated by commas.",
  });

const after = pageQuery.shape.after.openapi({
  description:
    "`next` of the page before, or `cursor` of the last entry you took; `latest` for what is " +
    "recorded from now on. From the first entry when omitted.",
});

export const feedQuery = pageQuery.extend({ types, after });
export const streamQuery = z.strictObject({
  types,
  after: pageQuery.shape.after.openapi({
    description: "`cursor` of the last entry you took. From now on when omitted.",
  }),
});

export const feedEntry = ledgerEntry
  .extend({
    cursor: z.string().openapi({ description: "Goes on after this entry, as `after`." }),
    position: z.int().openapi({ description: "From 1, without gaps, in the order of commits." }),
    learner: learnerId.nullable().openapi({ description: "Null once the learner is erased." }),
    course: courseId.nullable(),
  })
  .openapi("FeedEntry");

export const feedPage = z
  .object({
    items: z.array(feedEntry),
    next: z.string().openapi({
      description: "Cursor of the next page, as `after`. There always is one: the feed goes on.",
    }),
    position: z.int().openapi({
      description: "How far was looked: further than the last item where few are asked for.",
    }),
    hasMore: z.boolean().openapi({ description: "Whether there is more already." }),
  })
  .openapi("FeedPage");
