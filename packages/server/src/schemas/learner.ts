import { z } from "@hono/zod-openapi";
import { groupId, learnerId } from "./ids.ts";
import { instant, nullableInstant } from "./instant.ts";
import { page, pageQuery } from "./page.ts";
import { text } from "./text.ts";

const profile = {
  id: learnerId,
  name: z.string().nullable(),
  email: z.string().nullable(),
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
};
const createdAt = instant.openapi({ description: "When we learned of them." });

export const learner = z.object(profile).openapi("Learner");

export const learnerProfile = z
  .object({
    ...profile,
    groups: z
      .array(
        z
          .object({
            group: groupId,
            name: z.string(),
            kind: z.string().nullable(),
            joinedAt: instant,
            leftAt: nullableInstant.openapi({ description: "Null while it goes on." }),
          })
          .openapi("LearnerMembership"),
      )
      .openapi({ description: "Memberships, past ones too, the latest first." }),
    createdAt,
  })
  .openapi("LearnerProfile");

export const learnerPage = page(
  "LearnerPage",
  z.object({ ...profile, createdAt }).openapi("ListedLearner"),
);

export const learnersSearch = pageQuery.extend({
  search: text(0, 100)
    .optional()
    .openapi({
      example: "love",
      description:
        "What the name, its second or third word, or the id begins with, in capitals or not; " +
        "everybody when omitted.",
    }),
});
