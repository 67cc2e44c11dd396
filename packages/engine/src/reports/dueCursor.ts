import { decodeCursor, encodeCursor } from "../cursor.ts";

/** What every row of a list by deadline has, so that the next page can go on after it. */
export interface DueKey {
  readonly due_at: Date;
  readonly cursor_bucket: number;
  readonly cursor_id: string;
}

/**
 * A row of a list by deadline. Where the list is empty one row still tells its instant and total:
 * that has no attempt.
 */
export type DueRow<Row extends DueKey & { attempt: number }> =
  | Row
  | { readonly attempt: null; readonly as_of: Date; readonly total: string };

/** The arguments that a cursor comes to: deadline, bucket and id, all null for the first page. */
export function decodeDueCursor(cursor: string | undefined): (string | null)[] {
  const shape = ["instant", /^\d{1,4}$/, /^\d{1,18}$/] as const;
  return decodeCursor(cursor, shape) ?? [null, null, null];
}

/** The cursor of the page after these rows; null where they do not fill one. */
export function encodeDueCursor(rows: readonly DueKey[], limit: number): string | null {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  if (last === undefined) return null;
  return encodeCursor([last.due_at.toISOString(), String(last.cursor_bucket), last.cursor_id]);
}
