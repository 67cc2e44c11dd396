import type { DemoCourse, DemoOutline } from "../courses/DemoCourse.ts";
import { HOUR } from "../time/units.ts";
import type { CourseCalendar, OutlineVersion } from "./CourseCalendar.ts";

/** Puts a course on the calendar of a period; outlines take effect on the hour. */
export function scheduleCourse(
  course: DemoCourse,
  { start, end }: { start: number; end: number },
): CourseCalendar {
  const launch = start + course.launch * (end - start);
  const version = (outline: DemoOutline): OutlineVersion => {
    const at = launch + outline.from * (end - launch);
    // The first as it comes: on the hour before, it would stand before the period begins.
    return { ...outline, at: outline.from === 0 ? Math.ceil(at) : Math.ceil(at / HOUR) * HOUR };
  };
  const [first, ...edits] = course.outlines;
  return {
    course,
    start: Math.ceil(launch),
    end,
    versions: [version(first), ...edits.map(version)],
  };
}
