import { english } from "./english.ts";

/** What the other components show or say, and what is said to screen readers. */
export const enMore = {
  dismiss: "Dismiss",
  addedOn: "{count, plural, one {# lesson was} other {# lessons were}} added on {date}.",
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

Object.assign(english, enMore);
