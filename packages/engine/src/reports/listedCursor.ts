import { decodeCursor, encodeCursor, isInstant } from "../cursor.ts";
import { MilepostError } from "../MilepostError.ts";

/** What attempts of all courses are listed by: see {@link reportAttempts}. */
export type ListedOrder = "completed" | "due" | "lastActivity";

/** Where a page ends. */
export interface ListedKey {
  /** What is sorted by; null where the attempt has none of it. */
  readonly cursor_value: Date | null;
  readonly cursor_bucket: number;
  readonly cursor_id: string;
}

/** What a cursor comes to. */
interface After {
  /** Instant, bucket and id: arguments of the list's statement, all null for the first page. */
  readonly key: readonly (string | null)[];
  /** As the first page counted them; undefined for that page. */
  readonly total?: number;
}

/** @throws {@link MilepostError} `cursor_invalid`, also for a cursor of another order */
export function decodeListedCursor(cursor: string | undefined, order: ListedOrder): After {
  const number = /^\d{1,15}$/;
  const shape = [new RegExp(`^${order}$`), /^(.{24})?$/, /^\d{1,4}$/, /^\d{1,18}$/, number];
  const parts = decodeCursor(cursor, shape);
  if (parts === undefined) return { key: [null, null, null] };
  const [, value = "", bucket = "", id = "", total] = parts;
  if (value !== "" && !isInstant(value)) throw new MilepostError("cursor_invalid");
  return { key: [value === "" ? null : value, bucket, id], total: Number(total) };
}

/** The cursor of the page after these rows; null where they do not fill one. */
export function encodeListedCursor(
  rows: readonly ListedKey[],
  { order, limit, total }: { order: ListedOrder; limit: number; total: number },
): string | null {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  if (last === undefined) return null;
  const value = last.cursor_value?.toISOString() ?? "";
  return encodeCursor([order, value, String(last.cursor_bucket), last.cursor_id, String(total)]);
}
