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
