import type { z } from "@hono/zod-openapi";
import {
  type CourseProgressPage,
  explainProgress,
  listLearnerCourses,
  readCourseProgress,
  readTimeline,
} from "@milepost/engine";
import { resume } from "@milepost/progress";
import { operation } from "../http/operation.ts";
import { attemptQuery } from "../schemas/attemptQuery.ts";
import { enrollmentPath, learnerPath } from "../schemas/ids.ts";
import { page, pageQuery } from "../schemas/page.ts";
import {
  courseProgressPage,
  explanation,
  learnerCourse,
  ledgerEntry,
} from "../schemas/progress.ts";

const tag = "Progress";
const roles = ["learner", "administrator", "service"] as const;
const refusals = [
  "course_not_found",
  "learner_not_found",
  "enrollment_not_found",
  "id_out_of_range",
] as const;

export const progressOperations = [
  operation({
    method: "get",
    path: "/v1/learners/{learner}/courses/{course}",
    operationId: "readCourseProgress",
    tag,
    summary: "Read all that a learner's course page shows",
    description:
      "Course progress, the state of every lesson, the deadline, what is missing, and where the " +
      "learner goes on. Of the current attempt, or of the one named.",
    roles,
    params: enrollmentPath,
    query: attemptQuery,
    answer: courseProgressPage,
    statuses: { 200: "The learner's progress in the course." },
    refusals,
    async handle({ db, outlines, scope, params, query }) {
      const found = await readCourseProgress(db, { ...params, ...query }, scope, outlines);
      return { body: pageOf(found, scope.now) };
    },
  }),
  operation({
    method: "get",
    path: "/v1/learners/{learner}/courses/{course}/explain",
    operationId: "explainProgress",
    tag,
    summary: "Explain a percentage, lesson by lesson",
    description:
      "What counts and is done, what counts, what is missing, and what counts for nothing.",
    roles,
    params: enrollmentPath,
    query: attemptQuery,
    answer: explanation,
    statuses: { 200: "What the percentage is made of." },
    refusals,
    async handle({ db, scope, params, query }) {
      return { body: await explainProgress(db, { ...params, ...query }, scope) };
    },
  }),
  operation({
    method: "get",
    path: "/v1/learners/{learner}/courses/{course}/timeline",
    operationId: "readTimeline",
    tag,
    summary: "List all that was recorded of a learner at a course, oldest first",
    description: "The ledger, of all attempts or of the one named.",
    roles,
    params: enrollmentPath,
    query: pageQuery.extend(attemptQuery.shape),
    answer: page("TimelinePage", ledgerEntry),
    statuses: { 200: "A page of the ledger." },
    refusals: [...refusals, "cursor_invalid", "limit_out_of_range"],
    async handle({ db, scope, params, query }) {
      return { body: await readTimeline(db, { ...params, ...query }, scope) };
    },
  }),
  operation({
    method: "get",
    path: "/v1/learners/{learner}/courses",
    operationId: "listLearnerCourses",
    tag,
    summary: "List a learner's courses, newest activity first",
    description: "The current attempt at each.",
    roles,
    params: learnerPath,
    query: pageQuery,
    answer: page("LearnerCoursePage", learnerCourse),
    statuses: { 200: "A page of the learner's courses." },
    refusals: ["learner_not_found", "cursor_invalid", "limit_out_of_range", "id_out_of_range"],
    async handle({ db, scope, params, query }) {
      return { body: await listLearnerCourses(db, { ...params, ...query }, scope) };
    },
  }),
];

/** The page as it is answered, with what components go on from while they are offline. */
function pageOf(
  found: CourseProgressPage,
  now: Date | undefined,
): z.input<typeof courseProgressPage> {
  const { mode, lesson, reason } = resume(found, { now });
  const lessons: z.input<typeof courseProgressPage>["lessons"] = [];
  const retiredLessons: z.input<typeof courseProgressPage>["retiredLessons"] = [];
  for (const { retiredAt, replacedBy, ...state } of found.lessons) {
    if (retiredAt === null) lessons.push(state);
    else retiredLessons.push({ ...state, retiredAt, replacedBy });
  }
  return { ...found, lessons, retiredLessons, resume: { mode, lesson, reason } };
}
