/** Every text that the components show or say, as ICU messages. */
export const en = {
  progress: "Course progress",
  loading: "Loading progress",
  failed: "Your progress could not be loaded.",
  retry: "Try again",
  dismiss: "Dismiss",

  lessons: "{completed} of {total, plural, one {# lesson} other {# lessons}}",
  lessonsSpoken:
    "{completed} of {total, plural, one {# lesson} other {# lessons}} complete, {percentage} percent",
  unsentSpoken: "{count, plural, one {# more is} other {# more are}} not sent yet",
  unsentLessons: "{count, plural, one {# more} other {# more}}, not sent yet",
  noneRequired: "No lesson is required",
  completedOn: "Completed {date}",
  addedSince: "{count, plural, one {# lesson} other {# lessons}} added since",
  addedOn: "{count, plural, one {# lesson was} other {# lessons were}} added on {date}.",

  statusNotStarted: "not started",
  statusInProgress: "in progress",
  statusComplete: "completed",
  statusPending: "completed, not sent yet",
  statusNotOpen: "opens {date}",
  statusLocked: "locked",
  statusRetired: "retired, completed {date}",
  comma: ", ",
  optional: "Optional",
  outline: "Lessons",
  otherLessons: "Lessons",
  retiredLessons: "Retired lessons",
  sectionCount: "{completed} of {total}",
  sectionSpoken: "{completed} of {total} complete",

  complete: "Mark lesson complete",
  saving: "Saving…",
  queued: "Will sync when online",
  savedOn: "Completed {date}",
  undo: "Undo",
  notSaved: "Not saved. {reason}",
  notOpenYet: "This lesson is not open yet.",

  start: "Start",
  continue: "Continue: {lesson}",
  review: "Review the course",
  certificate: "Get your certificate",
  toOutline: "See all lessons",
  reasonNew: "You have not started yet",
  reasonUnfinished: "You have not finished this lesson",
  reasonNext: "The next lesson",
  reasonSkipped: "You left this lesson out",
  reasonRetired: "The lesson you were in has been replaced",
  reasonNewContent: "Added since you completed the course",
  reasonCompleted: "You have completed this course",
  reasonOptional: "Nothing else is required",
  reasonWaiting: "The next lesson is not open yet",
  opens: "Opens {date}",
  needs: "{count, plural, one {# lesson} other {# lessons}} to complete first",

  due: "Due {date}",
  overdue: "Overdue",
  zoneTime: "{zone} time",

  courseComplete: "Course complete",
  eligible: "You have earned the certificate.",
  missing: "{count, plural, one {# lesson} other {# lessons}} to go until the certificate",
  almost: "Your last lessons have to reach the server before the certificate is yours.",

  unsent: "{count, plural, one {# change} other {# changes}} not sent yet",
  offline: "You are offline.",
  memoryOnly: "This browser keeps nothing for this page: stay here until all is sent.",
  send: "Retry",

  saidComplete:
    "{lesson} complete. {completed} of {total, plural, one {# lesson} other {# lessons}} done.",
  saidSynced:
    "{count, plural, one {# lesson} other {# lessons}} synced. {completed} of {total} done.",
  saidCourse: "Course complete.",
  saidQueued: "{lesson} will sync when online.",
  saidRefused: "{lesson} was not saved. {reason}",

  refusedEnrollment: "You are not enrolled in this course.",
  refusedLesson: "This lesson is no longer part of the course.",
  refusedForbidden: "You may not record this.",
  refusedExpired: "It waited for more than 30 days.",
  refusedFull: "Too much waits to be sent from this device.",
  refusedOther: "The server did not take it.",
} as const;

export type MessageKey = keyof typeof en;

/** A catalogue: a language's own has every text, a host's own those that it words otherwise. */
export type Messages = Readonly<Record<MessageKey, string>>;
