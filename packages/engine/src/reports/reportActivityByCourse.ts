import { call } from "../call.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { pageLimit } from "../pageLimit.ts";
import type { Page, PageRequest, Queryable, Scope } from "../types.ts";
import { type PeriodKind, period } from "./period.ts";
import type { PeriodActivity } from "./reportActivity.ts";
import { type ReportHead, reportHead, type WindowFilter } from "./reportHead.ts";
import { reportSubject } from "./reportSubject.ts";
import { windowValues } from "./windowValues.ts";

interface Row {
  as_of: Date;
  course: string;
  title: string;
  period: (Date | string)[];
  enrollments: string[];
  starts: string[];
  completions: string[];
}

/** What happened at one course lately. */
export interface CourseActivity {
  readonly course: string;
  readonly title: string;
  /** Oldest first, no gap: as many full ones as were asked for, and the one that is running. */
  readonly periods: PeriodActivity[];
}

/** A page of the courses of a tenant. */
export interface CourseActivityPage extends ReportHead, Page<CourseActivity> {
  readonly by: PeriodKind;
}

/** Which periods, of whom. */
export interface CourseActivityRequest extends WindowFilter, PageRequest {
  readonly by?: PeriodKind | undefined;
  /** Full periods, 1–60; 12 when omitted. */
  readonly periods?: number | undefined;
}

/**
 * What happened at each course in the last weeks or months, by course id: what
 * {@link reportActivity} says of it, for a table of them.
 *
 * @throws {@link MilepostError} `group_not_found`, `time_out_of_range`, `cursor_invalid`,
 * `limit_out_of_range`
 */
export async function reportActivityByCourse(
  db: Queryable,
  request: CourseActivityRequest = {},
  scope: Scope = {},
): Promise<CourseActivityPage> {
  const limit = pageLimit(request);
  const { group, by = "week", periods = 12 } = request;
  const { tenant = "default", now } = scope;
  const [after = null] = decodeCursor(request.after, [/^.{1,255}$/su]) ?? [];
  const values = [
    ...[tenant, group ?? null, by, periods, after, limit],
    ...[...windowValues(request), now ?? null],
  ];
  const subject = reportSubject({ group });
  const rows = await call<Row>(db, "report_activity_by_course", values, subject);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    ...reportHead(rows, request, scope, "atStart"),
    by,
    items: rows.map((row) => courseActivity(row, by)),
    next: last ? encodeCursor([last.course]) : null,
  };
}

function courseActivity({ course, title, ...row }: Row, by: PeriodKind): CourseActivity {
  const periods = row.period.map((first, n) => {
    const { name, from } = period(first, by);
    return {
      period: name,
      from,
      enrollments: Number(row.enrollments[n]),
      starts: Number(row.starts[n]),
      completions: Number(row.completions[n]),
      complete: n < row.period.length - 1,
    };
  });
  return { course, title, periods };
}
