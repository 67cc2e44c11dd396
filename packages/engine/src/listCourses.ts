import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pageLimit } from "./pageLimit.ts";
import type { CourseSummary, Page, PageRequest, Queryable, Scope } from "./types.ts";

interface Row {
  course: string;
  title: string;
  enrollment: "open" | "required";
  outline_version: number;
  total_lessons: number;
  created_at: Date;
}

/**
 * The courses of a tenant, by id.
 * @throws {@link MilepostError} `cursor_invalid`, `limit_out_of_range`
 */
export async function listCourses(
  db: Queryable,
  page: PageRequest = {},
  { tenant = "default" }: Scope = {},
): Promise<Page<CourseSummary>> {
  const limit = pageLimit(page);
  const [after = null] = decodeCursor(page.after, [/^.{1,255}$/su]) ?? [];
  const rows = await call<Row>(db, "list_courses", [tenant, after, limit]);
  const items = rows.map((row) => ({
    id: row.course,
    title: row.title,
    enrollment: row.enrollment,
    outlineVersion: row.outline_version,
    totalLessons: row.total_lessons,
    createdAt: row.created_at,
  }));
  const last = items.at(-1);
  return { items, next: last && items.length === limit ? encodeCursor([last.id]) : null };
}
