import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  countErasedLearners,
  exportEnrollments,
  exportEvents,
  exportGroupMembers,
  exportLearners,
  listCourses,
  listGroups,
  listOutlineChanges,
  type OutlineVersion,
  type Queryable,
  readTenant,
} from "@milepost/engine";
import { csvLine } from "../files/csvLine.ts";
import type { FileFormat } from "../files/readRows.ts";
import { enrollmentFields } from "../import/enrollmentKind.ts";
import { groupFields } from "../import/groupKind.ts";
import { learnerFields } from "../import/learnerKind.ts";
import { membershipFields } from "../import/membershipKind.ts";
import type { ProgressLine } from "../terminal/ProgressLine.ts";
import { stopped } from "../terminal/stopped.ts";
import { ExportWriter } from "./ExportWriter.ts";
import { enrollmentLine } from "./enrollmentLine.ts";
import { eventColumns, eventLine } from "./eventLine.ts";
import { exportFiles } from "./exportFiles.ts";
import { pagesOf } from "./pagesOf.ts";
import { writeSeals } from "./writeSeals.ts";

export interface ExportRequest {
  readonly directory: string;
  readonly tenant: string;
  readonly format: FileFormat;
  readonly progress: ProgressLine;
  readonly stop: AbortSignal;
}

/** What was written: rows of each file, and how many learners could not be named. */
export interface Exported {
  readonly courses: number;
  readonly outlines: number;
  readonly learners: number;
  readonly groups: number;
  readonly memberships: number;
  readonly enrollments: number;
  readonly events: number;
  readonly seals: number;
  readonly erasedLearners: number;
}

/**
 * Writes a tenant's whole history into an empty folder, course by course and, in each, outline
 * version by version: the order in which an import can put it back while reading every file once.
 *
 * @param db - in a transaction that sees one state of the database throughout
 */
export async function writeExport(db: Queryable, request: ExportRequest): Promise<Exported> {
  const { directory, tenant, format, progress } = request;
  const csvHead = (columns: readonly string[]) => ({ head: csvLine(columns), progress });
  const { learners, groups, memberships, outlines, enrollments, events, seals } = exportFiles;
  const eventHead = format === "csv" ? csvHead(eventColumns) : { progress };
  const files = {
    learners: await ExportWriter.create(directory, learners, csvHead(learnerFields)),
    groups: await ExportWriter.create(directory, groups, csvHead(groupFields)),
    memberships: await ExportWriter.create(directory, memberships, csvHead(membershipFields)),
    outlines: await ExportWriter.create(directory, outlines, { progress }),
    enrollments: await ExportWriter.create(directory, enrollments, csvHead(enrollmentFields)),
    events: await ExportWriter.create(directory, events[format], eventHead),
    seals: await ExportWriter.create(directory, seals, { progress }),
  };
  let courses = 0;
  let sealCount = 0;
  try {
    for await (const page of pagesOf((page) => exportLearners(db, page, { tenant }))) {
      await files.learners.write(page.map(learnerLine));
      stopIfAsked(request);
    }
    await writeGroups(db, files, request);
    for await (const page of pagesOf((page) => listCourses(db, page, { tenant }))) {
      for (const { id } of page) await writeCourse(db, id, { files, request });
      courses += page.length;
    }
    const stop = { tenant, stopIfAsked: () => stopIfAsked(request) };
    sealCount = await writeSeals(db, files.seals, stop);
  } finally {
    await Promise.all(Object.values(files).map((file) => file.close()));
  }
  const rows = {
    courses,
    outlines: files.outlines.rows,
    learners: files.learners.rows,
    groups: files.groups.rows,
    memberships: files.memberships.rows,
    enrollments: files.enrollments.rows,
    events: files.events.rows,
    seals: sealCount,
    erasedLearners: await countErasedLearners(db, { tenant }),
  };
  const { timeZone } = await readTenant(db, { tenant });
  const manifest = { format: 1, tenant, timeZone, exportedAt: new Date(), ...rows };
  writeFileSync(join(directory, exportFiles.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  return rows;
}

async function writeGroups(
  db: Queryable,
  files: Readonly<Record<"groups" | "memberships", ExportWriter>>,
  request: ExportRequest,
): Promise<void> {
  const { tenant } = request;
  for await (const page of pagesOf((page) => listGroups(db, page, { tenant }))) {
    await files.groups.write(page.map(({ id, name, kind }) => csvLine([id, name, kind])));
    stopIfAsked(request);
  }
  for await (const page of pagesOf((page) => exportGroupMembers(db, page, { tenant }))) {
    await files.memberships.write(
      page.map(({ group, learner, joinedAt, leftAt }) =>
        csvLine([group, learner, joinedAt.toISOString(), leftAt?.toISOString()]),
      ),
    );
    stopIfAsked(request);
  }
}

interface CourseWriters {
  readonly files: Readonly<Record<"outlines" | "enrollments" | "events", ExportWriter>>;
  readonly request: ExportRequest;
}

async function writeCourse(
  db: Queryable,
  course: string,
  { files, request }: CourseWriters,
): Promise<void> {
  const { tenant, format } = request;
  for (const version of await readVersions(db, course, tenant)) {
    const { outlineVersion } = version;
    await files.outlines.write([outlineLine(course, version)]);
    const attempts = pagesOf((page) =>
      exportEnrollments(db, { course, outlineVersion, ...page }, { tenant }),
    );
    for await (const page of attempts) {
      await files.enrollments.write(page.map(enrollmentLine));
      stopIfAsked(request);
    }
    await writeEvents(outlineVersion);
  }
  await writeEvents(null);

  async function writeEvents(outlineVersion: number | null): Promise<void> {
    const pages = pagesOf((page) =>
      exportEvents(db, { course, outlineVersion, ...page }, { tenant }),
    );
    for await (const page of pages) {
      await files.events.write(
        page.map((event) => eventLine(event, { course, outlineVersion }, format)),
      );
      stopIfAsked(request);
    }
  }
}

/** Oldest first: the engine pages them from the newest. */
async function readVersions(
  db: Queryable,
  course: string,
  tenant: string,
): Promise<OutlineVersion[]> {
  const versions: OutlineVersion[] = [];
  const pages = pagesOf((page) => listOutlineChanges(db, { course, ...page }, { tenant }));
  for await (const page of pages) versions.push(...page);
  return versions.reverse();
}

function outlineLine(course: string, version: OutlineVersion): string {
  const { outlineVersion, changedAt: at, title, enrollment, lessons, replacedBy } = version;
  const line = { course, outlineVersion, at, title, enrollment, lessons, replacedBy };
  return `${JSON.stringify(line)}\n`;
}

function learnerLine(learner: { readonly [column in (typeof learnerFields)[number]]?: unknown }) {
  return csvLine(learnerFields.map((column) => learner[column] as string | null | undefined));
}

function stopIfAsked({ stop, directory }: ExportRequest): void {
  if (stop.aborted) throw stopped(`Stopped; what stands in ${directory} is no whole export.`);
}
