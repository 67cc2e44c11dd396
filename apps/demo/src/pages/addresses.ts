import type { Target } from "@milepost/react";

const id = encodeURIComponent;

/** Where the site's pages are. */
export function addressOf(target: Target): string {
  const course = `/demo/courses/${id(target.course)}`;
  if (target.to === "lesson") return `${course}/lessons/${id(target.lesson)}`;
  return target.to === "certificate" ? `${course}/certificate` : course;
}

/** Where a form completes a lesson for a browser without a script. */
export function completionAddress(course: string, lesson: string): string {
  return `${addressOf({ to: "lesson", course, lesson })}/complete`;
}
