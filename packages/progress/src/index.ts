export {
  type AttemptState,
  type AttemptStateOptions,
  type AttemptTimes,
  attemptState,
} from "./attemptState.ts";
export { displayPercentage } from "./displayPercentage.ts";
export { type LessonStatusName, lessonStatus, type MarkedLesson } from "./lessonStatus.ts";
export {
  type MergedCourse,
  mergePending,
  type PendableCourse,
  type PendableLesson,
  type PendingFact,
} from "./mergePending.ts";
export { pickCourseToResume, type ResumableAttempt } from "./pickCourseToResume.ts";
export { progressPercentage } from "./progressPercentage.ts";
export { type ResumeOptions, resume } from "./resume.ts";
export type {
  Instant,
  Resume,
  ResumeAwaiting,
  ResumeContinue,
  ResumeCourse,
  ResumeCourseWithOutside,
  ResumeLesson,
  ResumeOptional,
  ResumeReview,
  ResumeStart,
  ResumeWaiting,
  WaitingFor,
} from "./types.ts";
