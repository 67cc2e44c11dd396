import { z } from "@hono/zod-openapi";
import { instant } from "./instant.ts";
import { text } from "./text.ts";

/** The pages of the dashboard that can be kept with their filters. */
export const dashboardPage = z
  .enum(["overview", "courses", "course", "deadlines", "learners", "learner", "data-health"])
  .openapi({ description: "A page of the dashboard.", example: "courses" });

const visibility = z.enum(["me", "everyone"]).openapi({
  description: "`everyone`: all who may read views see it. Its owner alone may change it.",
});

const query = text(0, 2000)
  .regex(/^(?!\?)[^#\s]*$/, "Has to be a query string, without its `?` and without a fragment.")
  .openapi({
    description: "The query string of the page's URL, without the `?`. Kept as it is.",
    example: "v=1&group=night-shift&sort=overdue",
  });

/** What a saved view is to be. */
export const savedViewInput = z
  .strictObject({
    name: text(1, 100).openapi({ description: "Need not be the only one of its name." }),
    page: dashboardPage,
    query,
    visibility,
    isDefault: z.boolean().optional().openapi({
      default: false,
      description: "What the page shows you first, instead of another view of yours.",
    }),
  })
  .openapi("SavedViewInput");

export const savedView = z
  .object({
    id: z.string().openapi({ example: "1" }),
    name: z.string(),
    page: z.string().openapi({ example: "courses" }),
    query: z.string(),
    visibility,
    isDefault: z.boolean().openapi({
      description: "What the page shows its owner first: of you only where `isOwn`.",
    }),
    owner: z.string().openapi({
      description:
        "`administrator` and the `sub` of a token, `key` and the name of an API key, or `open` " +
        "on a server that asks nobody.",
      example: "administrator eve",
    }),
    isOwn: z.boolean().openapi({ description: "It is yours: you may change and delete it." }),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi("SavedView");

export const savedViewList = z.object({ items: z.array(savedView) }).openapi("SavedViewList");

export const savedViewDeleted = z.object({ id: z.string() }).openapi("SavedViewDeleted");
