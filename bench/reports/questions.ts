import {
  type CourseLearnersRequest,
  type Queryable,
  reportActivity,
  reportActivityByCourse,
  reportAttempts,
  reportCohorts,
  reportCourse,
  reportCourseLearners,
  reportCourses,
  reportDeadlines,
  reportDueNext,
  reportLessons,
  reportOverdue,
  reportOverview,
  reportTimeToComplete,
} from "@milepost/engine";
import { now } from "./population.ts";

/** A question that an administrator asks, as a call of the engine. */
export interface Question {
  readonly name: string;
  /** Left out where there is no goal for it. */
  readonly goalMs?: number;
  /** Once, before the measured calls: where a deep page begins. */
  readonly prepare?: (db: Queryable) => Promise<string | undefined>;
  readonly ask: (db: Queryable, after: string | undefined) => Promise<unknown>;
}

const course = "big";
const goalMs = 20;
const scope = { now };
const weekAgo = new Date(now.getTime() - 7 * 86_400_000);
const monthAgo = new Date(now.getTime() - 30 * 86_400_000);
/** Pages of a thousand that a deep page lies behind, as far as there are that many. */
const pagesBefore = 199;
/** Where a page takes longer the deeper it lies, the walk there would never end. */
const longestWalkMs = 30_000;

interface Page {
  readonly next: string | null;
}

async function walk(
  ask: (after: string | undefined) => Promise<Page>,
): Promise<string | undefined> {
  let after: string | undefined;
  const end = performance.now() + longestWalkMs;
  for (let page = 0; page < pagesBefore && performance.now() < end; page++) {
    const { next } = await ask(after);
    if (next === null) break;
    after = next;
  }
  return after;
}

function learners(name: string, request: Partial<CourseLearnersRequest>, goal?: number): Question {
  const ask = (db: Queryable, after: string | undefined, limit = 100) =>
    reportCourseLearners(db, { course, ...request, after, limit }, scope);
  return { name, ...(goal && { goalMs: goal }), ask: (db, after) => ask(db, after) };
}

function deepLearners(name: string, request: Partial<CourseLearnersRequest>): Question {
  const ask = (db: Queryable, after: string | undefined, limit: number) =>
    reportCourseLearners(db, { course, ...request, after, limit }, scope);
  return {
    name,
    goalMs,
    prepare: (db) => walk((after) => ask(db, after, 1000)),
    ask: (db, after) => ask(db, after, 100),
  };
}

/** Everything that is measured at each size, a hundred rows a page. */
export const questions: readonly Question[] = [
  { name: "courses", goalMs, ask: (db) => reportCourses(db, {}, scope) },
  { name: "course", goalMs, ask: (db) => reportCourse(db, { course }, scope) },
  { name: "lessons", goalMs, ask: (db) => reportLessons(db, { course }, scope) },
  {
    name: "timeToComplete",
    goalMs,
    ask: (db) => reportTimeToComplete(db, { course, from: "firstAccess" }, scope),
  },
  {
    name: "timeToCompleteEnrolled",
    goalMs,
    ask: (db) => reportTimeToComplete(db, { course, from: "enrolled" }, scope),
  },
  { name: "cohorts", goalMs, ask: (db) => reportCohorts(db, { course, by: "month" }, scope) },
  { name: "activity", ask: (db) => reportActivity(db, { course, by: "week" }, scope) },
  { name: "overdue", goalMs, ask: (db) => reportOverdue(db, { course }, scope) },
  {
    name: "overdueDeep",
    goalMs,
    prepare: (db) => walk((after) => reportOverdue(db, { course, after, limit: 1000 }, scope)),
    ask: (db, after) => reportOverdue(db, { course, after }, scope),
  },
  {
    name: "overdueForDays",
    ask: (db) => reportOverdue(db, { course, minDays: 8, maxDays: 30 }, scope),
  },
  { name: "dueNext", ask: (db) => reportDueNext(db, { course }, scope) },
  { name: "overview", goalMs: 400, ask: (db) => reportOverview(db, {}, scope) },
  { name: "deadlines", ask: (db) => reportDeadlines(db, {}, scope) },
  { name: "attemptsStalled", ask: (db) => reportAttempts(db, { state: "stalled" }, scope) },
  {
    name: "attemptsCompletedInAWeek",
    ask: (db) => reportAttempts(db, { completedFrom: weekAgo, completedBefore: now }, scope),
  },
  {
    name: "attemptsDueInAMonth",
    ask: (db) => reportAttempts(db, { dueFrom: monthAgo, dueBefore: now }, scope),
  },
  { name: "activityByCourse", ask: (db) => reportActivityByCourse(db, {}, scope) },
  learners("learnersByProgress", { sort: "progress" }, goalMs),
  deepLearners("learnersByProgressDeep", { sort: "progress" }),
  learners("learnersByDue", { sort: "due" }),
  learners("learnersByActivity", { sort: "lastActivity", descending: true }),
  learners("learnersByName", { sort: "name" }),
  deepLearners("learnersByNameDeep", { sort: "name" }),
  learners("learnersOverdue", { sort: "progress", state: "overdue" }),
  learners("learnersStoppedHere", { sort: "name", lesson: "big-14", segment: "stoppedHere" }),
  learners("finishersOfADay", { from: "firstAccess", minDays: 14, maxDays: 14 }),
  learners("learnersDueInAMonth", { sort: "due", dueFrom: monthAgo, dueBefore: now }),
];

/** May go through everything: five calls of each, two seconds at most. */
export const lookingBack: readonly Question[] = [
  {
    name: "courseMonthAgo",
    goalMs: 2000,
    ask: (db) => reportCourse(db, { course, asOf: monthAgo }, scope),
  },
];
