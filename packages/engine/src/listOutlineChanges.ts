import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pageLimit } from "./pageLimit.ts";
import type {
  OutlineChange,
  OutlineChangeEntry,
  OutlineLessonInput,
  Page,
  PageRequest,
  Queryable,
  Scope,
} from "./types.ts";

interface Row {
  outline_version: number;
  changed_at: Date;
  actor: string | null;
  title: string;
  enrollment: "open" | "required";
  total_lessons: number;
  change: OutlineChange;
  outline: { lessons: OutlineLessonInput[]; replacedBy?: Record<string, string> };
}

/** A change with the outline after it, as it was put. */
export interface OutlineVersion extends OutlineChangeEntry {
  readonly enrollment: "open" | "required";
  readonly lessons: OutlineLessonInput[];
  readonly replacedBy: Record<string, string>;
}

/**
 * What each edit of an outline did, newest first.
 * @throws {@link MilepostError} `course_not_found`, …
 */
export async function listOutlineChanges(
  db: Queryable,
  { course, ...page }: { course: string } & PageRequest,
  { tenant = "default" }: Scope = {},
): Promise<Page<OutlineVersion>> {
  const limit = pageLimit(page);
  const [before = null] = decodeCursor(page.after, [/^\d{1,9}$/]) ?? [];
  const rows = await call<Row>(db, "outline_changes", [tenant, course, before, limit], { course });
  const items = rows.map((row) => ({
    outlineVersion: row.outline_version,
    changedAt: row.changed_at,
    actor: row.actor,
    title: row.title,
    enrollment: row.enrollment,
    totalLessons: row.total_lessons,
    change: row.change,
    lessons: row.outline.lessons,
    replacedBy: row.outline.replacedBy ?? {},
  }));
  const last = items.at(-1);
  const next = last && items.length === limit ? encodeCursor([String(last.outlineVersion)]) : null;
  return { items, next };
}
