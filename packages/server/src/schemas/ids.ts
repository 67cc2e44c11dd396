import { z } from "@hono/zod-openapi";
import { text } from "./text.ts";

/** An id of the host's own: 1 to 255 characters, whichever they are. */
const id = () => text(1, 255, "id_out_of_range");

export const learnerId = id().openapi({ example: "ada" });
export const courseId = id().openapi({ example: "fs" });
export const lessonId = id().openapi({ example: "fs-1" });
export const groupId = id().openapi({ example: "night-shift" });
/** The client's own id of an event. */
export const eventId = id().openapi({ example: "01JNA9V1M1C5T7Q1E9Y3S8B4K2" });

const inPath = "The host's own id, percent-encoded (`/` is `%2F`).";

export const coursePath = z.object({ course: courseId.openapi({ description: inPath }) });
export const learnerPath = z.object({ learner: learnerId.openapi({ description: inPath }) });
export const groupPath = z.object({ group: groupId.openapi({ description: inPath }) });
export const memberPath = groupPath.extend(learnerPath.shape);
export const enrollmentPath = coursePath.extend(learnerPath.shape);
export const webhookPath = z.object({ webhook: z.string().openapi({ example: "1" }) });
export const savedViewPath = z.object({ view: z.string().openapi({ example: "1" }) });
export const failurePath = webhookPath.extend({
  delivery: z.string().openapi({ description: "`id` of the failure.", example: "815" }),
});
export const lessonPath = learnerPath.extend({ lesson: lessonId.openapi({ description: inPath }) });
