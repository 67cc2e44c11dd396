import type { ResumeLesson } from "./types.ts";

/** Whether the lesson has left the outline. JSON from before retirement may lack the field. */
export function isRetired(lesson: ResumeLesson): boolean {
  return lesson.retiredAt !== null && lesson.retiredAt !== undefined;
}
