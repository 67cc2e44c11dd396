import type { DemoCourse, DemoOutline } from "../courses/DemoCourse.ts";

/** An outline with the instant from which it stands, in milliseconds. */
export interface OutlineVersion extends DemoOutline {
  readonly at: number;
}

/** A course on the calendar. Instants are milliseconds. */
export interface CourseCalendar {
  readonly course: DemoCourse;
  /** When the course is first offered. */
  readonly start: number;
  /** Nothing happens after it. */
  readonly end: number;
  /** In order of time; the first at `start`. */
  readonly versions: readonly [OutlineVersion, ...OutlineVersion[]];
}
