import { z } from "@hono/zod-openapi";
import { manualChangeTypes } from "@milepost/engine";
import { courseId } from "../ids.ts";
import { instant, nullableInstant } from "../instant.ts";
import { page } from "../page.ts";
import { reportHead } from "./fields.ts";

const timeZone = z.string().nullable().openapi({ example: "Europe/Berlin" });

export const changesPage = page(
  "ChangesPage",
  z
    .object({
      id: z.string(),
      type: z.enum(manualChangeTypes),
      occurredAt: instant,
      receivedAt: instant,
      learner: z.string().nullable().openapi({ example: "ada", description: "Null once erased." }),
      name: z.string().nullable().openapi({ example: "Ada Lovelace" }),
      course: courseId,
      courseTitle: z.string().openapi({ example: "Fire safety 2026" }),
      attempt: z.int().openapi({ example: 1 }),
      reason: z.string().nullable(),
      actor: z.string().nullable().openapi({ example: "administrator grace" }),
      source: z.string().nullable().openapi({ example: "api" }),
      data: z
        .object({ from: nullableInstant, fromTimeZone: timeZone, to: nullableInstant, timeZone })
        .openapi("DeadlineMove", {
          description: "Of a deadline that was moved; nulls of anything else.",
        }),
    })
    .openapi("ManualChange"),
).extend(reportHead);
