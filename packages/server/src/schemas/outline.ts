import { z } from "@hono/zod-openapi";
import { courseId, lessonId } from "./ids.ts";
import { instant, instantInput, nullableInstant } from "./instant.ts";
import { text } from "./text.ts";

const title = () => text(1, 1000).openapi({ example: "Fire safety 2026" });
const section = () => text(1, 1000).nullable();
const enrollment = z.enum(["open", "required"]).openapi({
  description:
    "`required`: facts of a learner who is not enrolled are refused. " +
    "`open`: the first one enrolls.",
});

const lessonInput = z
  .strictObject({
    id: lessonId,
    title: title(),
    section: section().optional(),
    required: z.boolean().optional().openapi({
      default: true,
      description: "Optional lessons are recorded and shown, and count for no percentage.",
    }),
    dueAt: instantInput
      .nullable()
      .optional()
      .openapi({ description: "Everyone's deadline for this one lesson." }),
  })
  .openapi("LessonInput");

/** The whole outline of a course, as it is put. */
export const outlineInput = z
  .strictObject({
    title: title(),
    enrollment: enrollment.optional(),
    lessons: z
      .array(lessonInput)
      .superRefine((lessons, { addIssue }) => {
        if (lessons.length <= 2000) return;
        const message = "An outline has at most 2,000 lessons.";
        addIssue({ code: "custom", message, params: { refusal: "outline_too_large" } });
      })
      .openapi({ maxItems: 2000, description: "All of them, in order." }),
    replacedBy: z
      .record(lessonId, lessonId)
      .optional()
      .openapi({ description: "Id of a retired lesson → id of the lesson in its place." }),
  })
  .openapi("OutlineInput");

export const outlineExample = {
  title: "Fire safety 2026",
  lessons: [
    { id: "fs-1", title: "Why fires start", section: "Basics" },
    { id: "fs-2", title: "Extinguishers" },
  ],
};

const storedTitle = z.string().openapi({ example: "Fire safety 2026" });

const outlineFields = {
  id: courseId,
  title: storedTitle,
  enrollment,
  outlineVersion: z.int().openapi({ description: "Counts the edits; also the ETag." }),
  totalLessons: z.int().openapi({ description: "Required lessons that are not retired." }),
};

export const outline = z
  .object({
    ...outlineFields,
    lessons: z.array(
      z
        .object({
          id: lessonId,
          title: z.string().openapi({ example: "Why fires start" }),
          section: z.string().nullable().openapi({ example: "Basics" }),
          required: z.boolean(),
          position: z.int().openapi({ description: "From 1." }),
          publishedAt: instant,
          dueAt: nullableInstant,
        })
        .openapi("Lesson"),
    ),
  })
  .openapi("Outline");

const lessonIds = z.array(z.string());

const outlineChange = z
  .object({
    added: lessonIds,
    retired: lessonIds,
    moved: lessonIds,
    renamed: lessonIds.openapi({ description: "Title or section changed." }),
    requirementChanged: lessonIds,
    dueChanged: lessonIds,
  })
  .openapi("OutlineChange", { description: "Lesson ids by what an edit did to them." });

export const outlineSaved = outline.extend({ change: outlineChange }).openapi("OutlineSaved");

export const outlinePreview = outlineSaved
  .extend({
    effect: z.object({
      openAttempts: z.int().openapi({ description: "Open attempts that the edit recounts." }),
      percentageFalls: z.int(),
      percentageRises: z.int(),
      becomeComplete: z.int(),
      completedKept: z
        .int()
        .openapi({ description: "Completed attempts that keep the version they were earned by." }),
    }),
  })
  .openapi("OutlinePreview");

export const courseSummary = z
  .object({ ...outlineFields, createdAt: instant })
  .openapi("CourseSummary");

export const outlineChangeEntry = z
  .object({
    outlineVersion: z.int(),
    changedAt: instant,
    actor: z.string().nullable(),
    title: storedTitle,
    totalLessons: z.int(),
    change: outlineChange,
  })
  .openapi("OutlineChangeEntry");
