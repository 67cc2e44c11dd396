import { call } from "./call.ts";
import type { EnrollmentRecordInput } from "./EnrollmentRecord.ts";
import type { Outcome, Queryable, Scope } from "./types.ts";

/** What became of one imported attempt. */
export type ImportResult =
  | { readonly status: Outcome }
  | { readonly status: "refused"; readonly code: string };

/**
 * Moves up to 5,000 attempts in, with their history, in one transaction; one result each, in order.
 * Attempts that are there already keep what they have, so the same file may be imported twice.
 *
 * @throws {@link MilepostError} `batch_too_large`, `time_zone_unknown`, `time_out_of_range`
 */
export async function importEnrollments(
  db: Queryable,
  { enrollments }: { enrollments: readonly EnrollmentRecordInput[] },
  { tenant = "default", now, actor }: Scope = {},
): Promise<ImportResult[]> {
  const rows = await call<{ status: Outcome | "refused"; code: string | null }>(
    db,
    "import_enrollments",
    [tenant, JSON.stringify(enrollments), actor ?? null, now ?? null],
  );
  return rows.map(({ status, code }) =>
    status === "refused" ? { status, code: code ?? "" } : { status },
  );
}
