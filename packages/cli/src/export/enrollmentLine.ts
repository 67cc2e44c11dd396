import type { EnrollmentRecord } from "@milepost/engine";
import { csvLine } from "../files/csvLine.ts";
import { enrollmentFields } from "../import/enrollmentKind.ts";

type Column = (typeof enrollmentFields)[number];

/** An attempt as a line of `enrollments.csv`. */
export function enrollmentLine(record: EnrollmentRecord): string {
  const { due, ...rest } = record;
  const columns: Record<Column, string | number | boolean | Date | null> = {
    course: rest.course,
    outlineVersion: rest.outlineVersion,
    learner: rest.learner,
    attempt: rest.attempt,
    isCurrent: rest.isCurrent,
    enrolledAt: rest.enrolledAt,
    receivedAt: rest.receivedAt,
    source: rest.source,
    dueRule: due?.rule ?? null,
    dueAt: due?.at ?? null,
    dueOn: due?.date ?? null,
    dueAfterDays: due?.days ?? null,
    dueTimeZone: due?.timeZone ?? null,
    dueTimeZoneSource: due?.timeZoneSource ?? null,
    originalDueAt: rest.originalDueAt,
    withdrawnAt: rest.withdrawnAt,
    withdrawnReason: rest.withdrawnReason,
    exemptedAt: rest.exemptedAt,
    exemptedReason: rest.exemptedReason,
    lastViewedLesson: rest.lastViewedLesson,
  };
  return csvLine(enrollmentFields.map((column) => columns[column]));
}
