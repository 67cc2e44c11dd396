import {
  type Due,
  type DueRecord,
  type EnrollmentRecordInput,
  importEnrollments,
} from "@milepost/engine";
import { FieldFault, FieldReader } from "../files/FieldReader.ts";
import type { ImportKind } from "./ImportKind.ts";

/** Columns of an enrollments file, in the order in which an export writes them. */
export const enrollmentFields = [
  "course",
  "outlineVersion",
  "learner",
  "attempt",
  "isCurrent",
  "enrolledAt",
  "receivedAt",
  "source",
  "dueRule",
  "dueAt",
  "dueOn",
  "dueAfterDays",
  "dueTimeZone",
  "dueTimeZoneSource",
  "originalDueAt",
  "withdrawnAt",
  "withdrawnReason",
  "exemptedAt",
  "exemptedReason",
  "lastViewedLesson",
] as const;
const known: ReadonlySet<string> = new Set(enrollmentFields);

/**
 * Attempts, each learner's in the order of their numbers.
 * @param course - of rows that name none
 */
export function enrollmentKind(course?: string): ImportKind<EnrollmentRecordInput> {
  return {
    fields: enrollmentFields,
    required: course === undefined ? ["course", "learner"] : ["learner"],
    chunk: 1_000,
    read: (given) => readEnrollment(new FieldReader(given, known), course),
    learnerOf: ({ learner }) => learner,
    send: (db, enrollments, scope) => importEnrollments(db, { enrollments }, scope),
  };
}

function readEnrollment(row: FieldReader, course: string | undefined): EnrollmentRecordInput {
  const given = {
    learner: row.requiredText("learner"),
    course: row.text("course") ?? course ?? row.missing("course"),
    attempt: row.integer("attempt", 1),
    isCurrent: row.boolean("isCurrent"),
    enrolledAt: row.instant("enrolledAt"),
    receivedAt: row.instant("receivedAt"),
    source: row.text("source", 100),
    due: readDue(row),
    originalDueAt: row.instant("originalDueAt"),
    withdrawnAt: row.instant("withdrawnAt"),
    withdrawnReason: row.text("withdrawnReason"),
    exemptedAt: row.instant("exemptedAt"),
    exemptedReason: row.text("exemptedReason"),
    lastViewedLesson: row.text("lastViewedLesson"),
    outlineVersion: row.integer("outlineVersion", 1),
  };
  // Left out and not undefined: the engine's type tells the two apart, as `due: null` is a third
  // thing.
  const stated = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated) as unknown as EnrollmentRecordInput;
}

/**
 * With `dueRule` as an export states it, resolved; without as a person does, in one of three ways.
 */
function readDue(row: FieldReader): Due | DueRecord | undefined {
  const rule = row.oneOf("dueRule", ["instant", "local_date", "days_after_enrollment"]);
  const at = row.instant("dueAt");
  const onDate = localDate(row.text("dueOn"));
  const afterDays = row.integer("dueAfterDays", 0);
  const timeZone = row.text("dueTimeZone");
  const sources = ["assigner", "learner", "organization"] as const;
  const timeZoneSource = row.oneOf("dueTimeZoneSource", sources) ?? null;
  if (rule !== undefined) {
    if (at === undefined) throw new FieldFault('"dueRule" needs "dueAt", the deadline it led to.');
    const zone = { timeZone: timeZone ?? null, timeZoneSource };
    return { rule, at, date: onDate ?? null, days: afterDays ?? null, ...zone };
  }
  if ([at, onDate, afterDays].filter((way) => way !== undefined).length > 1) {
    throw new FieldFault('A deadline is one of "dueAt", "dueOn" and "dueAfterDays".');
  }
  if (at !== undefined) return { at };
  if (afterDays !== undefined) return timeZone ? { afterDays, timeZone } : { afterDays };
  if (onDate === undefined) return undefined;
  if (timeZone === undefined) throw new FieldFault('"dueOn" needs "dueTimeZone".');
  return { onDate, timeZone };
}

function localDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  const same = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`);
  if (same) return text;
  throw new FieldFault('"dueOn" has to be a date, such as 2026-04-24.');
}
