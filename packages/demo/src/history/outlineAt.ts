import type { CourseCalendar, OutlineVersion } from "./CourseCalendar.ts";

/** The outline that stands at that instant; before the first one, the first. */
export function outlineAt({ versions }: CourseCalendar, instant: number): OutlineVersion {
  let standing = versions[0];
  for (const version of versions) if (version.at <= instant) standing = version;
  return standing;
}
