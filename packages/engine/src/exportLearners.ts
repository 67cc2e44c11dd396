import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pageLimit } from "./pageLimit.ts";
import type { LearnerInput, Page, PageRequest, Queryable, Scope } from "./types.ts";

interface Row {
  bucket: number;
  learner_id: string;
  learner: string;
  name: string | null;
  email: string | null;
  locale: string | null;
  time_zone: string | null;
}

/**
 * The learners of a tenant, page by page, for moving them out. Erased ones have nothing to move.
 */
export async function exportLearners(
  db: Queryable,
  page: PageRequest = {},
  { tenant = "default" }: Scope = {},
): Promise<Page<LearnerInput>> {
  const limit = pageLimit(page);
  const [bucket = null, id = null] = decodeCursor(page.after, [/^\d{1,4}$/, /^\d{1,18}$/]) ?? [];
  const rows = await call<Row>(db, "export_learners", [tenant, bucket, id, limit]);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(({ learner, name, email, locale, time_zone }) => ({
      learner,
      name,
      email,
      locale,
      timeZone: time_zone,
    })),
    next: last ? encodeCursor([String(last.bucket), last.learner_id]) : null,
  };
}
