import { learnerId } from "../people/learnerId.ts";
import { random } from "../random/random.ts";
import { subseed } from "../random/subseed.ts";
import { DAY, MINUTE } from "../time/units.ts";
import { loadLessonIds } from "./loadLessonIds.ts";
import { reachOf } from "./reachOf.ts";

/** One fact, shaped as the engine's `recordEvents` takes it. */
export interface LoadEvent {
  readonly type: "lesson.viewed" | "lesson.completed";
  readonly learner: string;
  readonly lesson: string;
  readonly at: Date;
}

export interface LoadOptions {
  /** Any integer. The same seed and options give the same events. */
  readonly seed: number;
  /** How many learners, one attempt each. */
  readonly learners: number;
  /** Number of the first of them, 1 when omitted: lets several writers share one population. */
  readonly firstLearner?: number | undefined;
  /** Id of the course, `load` when omitted. */
  readonly course?: string | undefined;
  /** 40 when omitted. */
  readonly lessons?: number | undefined;
  /** Lessons that an attempt touches on average; five in eight when omitted, 25 of 40. */
  readonly recordsPerAttempt?: number | undefined;
  readonly start: Date;
  readonly end: Date;
}

/**
 * Share of lessons left behind uncompleted by somebody who goes on, and of those by whom the course
 * is left.
 */
const MOVED_ON = 0.03;
const LEFT_UNCOMPLETED = 0.7;
const LOOKED_AT_TWICE = 0.05;
const LESSONS_PER_SITTING = 3;

/**
 * Lesson views and completions of one course, as fast as they can be made: one learner after the
 * other, each in chronological order, nothing remembered but the learner in hand. People's habits
 * are simpler here than in `generateCourseHistory`; how far they get, and at which lessons they
 * leave, is not.
 *
 * An attempt that reaches `end` is cut there, so a period of a few months keeps the mean.
 */
export function* generateEvents({
  seed,
  learners,
  firstLearner = 1,
  course = "load",
  lessons = 40,
  recordsPerAttempt = (lessons * 5) / 8,
  start,
  end,
}: LoadOptions): Generator<LoadEvent, void> {
  const ids = loadLessonIds(course, lessons);
  const reach = reachOf(lessons, recordsPerAttempt);
  const from = start.getTime();
  const until = end.getTime();
  const courseSeed = subseed(seed, course);
  for (let number = firstLearner; number < firstLearner + learners; number++) {
    const draw = random(subseed(courseSeed, number));
    const learner = learnerId(number);
    const gets = draw();
    // Everyone begins in the first three quarters of the period.
    let now = from + draw() * 0.75 * (until - from);
    for (const [index, lesson] of ids.entries()) {
      if (now > until || (reach[index] ?? 0) <= gets) break;
      yield { type: "lesson.viewed", learner, lesson, at: new Date(now) };
      if (draw() < LOOKED_AT_TWICE) {
        now += DAY * draw();
        if (now > until) break;
        yield { type: "lesson.viewed", learner, lesson, at: new Date(now) };
      }
      now += (2 + 18 * draw()) * MINUTE;
      const last = index + 1 < lessons && (reach[index + 1] ?? 0) <= gets;
      if (now <= until && draw() >= (last ? LEFT_UNCOMPLETED : MOVED_ON)) {
        yield { type: "lesson.completed", learner, lesson, at: new Date(now) };
      }
      now += index % LESSONS_PER_SITTING === 2 ? (0.6 + 4 * draw()) * DAY : MINUTE;
    }
  }
}
