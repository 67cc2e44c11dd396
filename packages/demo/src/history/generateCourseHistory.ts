import type { DemoCourse } from "../courses/DemoCourse.ts";
import { learnerAt } from "../people/learnerAt.ts";
import { shuffledIndex } from "../random/shuffledIndex.ts";
import { subseed } from "../random/subseed.ts";
import type { Act, OutlineAct } from "./Act.ts";
import type { CourseCalendar, OutlineVersion } from "./CourseCalendar.ts";
import { entryAt } from "./entryAt.ts";
import { liveCourse } from "./liveCourse.ts";
import { mergeByTime, type Run } from "./mergeByTime.ts";
import { scheduleCourse } from "./scheduleCourse.ts";

export interface HistoryOptions {
  /** Any integer. The same seed and options give the same history, act for act. */
  readonly seed: number;
  /** Size of the academy, at least 1; the course's audience is a share of it. */
  readonly learners: number;
  readonly start: Date;
  /** Nothing happens after it: who is not through by then is under way. */
  readonly end: Date;
}

/**
 * What happened in one course of the academy, in chronological order: its outlines, who was
 * enrolled, what they viewed and completed, who left, who was exempted, who took it again.
 *
 * A stream: memory follows the learners under way at one time, not the size of the academy.
 *
 * @throws RangeError when the period or the number of learners is empty
 */
export function* generateCourseHistory(
  course: DemoCourse,
  { seed, learners, start, end }: HistoryOptions,
): Generator<Act, void> {
  if (!Number.isInteger(learners) || learners < 1) throw new RangeError("No learners.");
  if (!(start < end)) throw new RangeError("The period ends before it starts.");
  const calendar = scheduleCourse(course, { start: +start, end: +end });
  const courseSeed = subseed(seed, course.id);
  yield* mergeByTime<Act>([
    { opensAt: calendar.start, open: () => calendar.versions.map((v) => outlineAct(course, v)) },
    {
      opensAt: calendar.start,
      open: () => mergeByTime(learnerRuns(calendar, { seed, courseSeed, learners })),
    },
  ]);
}

function* learnerRuns(
  calendar: CourseCalendar,
  { seed, courseSeed, learners }: { seed: number; courseSeed: number; learners: number },
): Generator<Run<Act>, void> {
  const { course, start, end } = calendar;
  const size = Math.max(1, Math.round(learners * course.audience));
  for (let place = 0; place < size; place++) {
    const entersAt = Math.round(entryAt(course.intake, { place, size, start, end }));
    const number = 1 + shuffledIndex(courseSeed, learners, place);
    yield {
      opensAt: entersAt,
      open: () =>
        liveCourse(calendar, {
          seed: subseed(courseSeed, number),
          person: learnerAt(seed, number),
          entersAt,
        }),
    };
  }
}

function outlineAct(course: DemoCourse, version: OutlineVersion): OutlineAct {
  return {
    kind: "outline",
    at: new Date(version.at),
    outline: {
      course: course.id,
      title: version.title,
      enrollment: course.enrollment,
      lessons: version.lessons.map(({ id, title, section, required }) => ({
        id,
        title,
        section,
        required,
      })),
      ...(version.replacedBy ? { replacedBy: version.replacedBy } : {}),
    },
  };
}
