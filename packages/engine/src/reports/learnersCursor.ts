import { decodeCursor, encodeCursor, isInstant } from "../cursor.ts";
import { MilepostError } from "../MilepostError.ts";

/** What the learners of a course can be put in order by. */
export type LearnerSort = "progress" | "due" | "lastActivity" | "name";

/** An order, which a cursor belongs to: with another one it would lead to somewhere else. */
export interface LearnerOrder {
  readonly sort: LearnerSort;
  readonly descending: boolean;
}

/** Where a page ends. */
export interface LearnerKey {
  /** What is sorted by, as text; null where the learner has none of it. */
  readonly value: string | null;
  readonly bucket: string;
  readonly id: string;
}

/** How the value of each order looks behind its `v`; where it is null there is nothing. */
const valueShape: Readonly<Record<LearnerSort, RegExp>> = {
  progress: /^(v\d{1,3}(\.\d{1,2})?)?$/,
  due: /^(v.{24})?$/,
  lastActivity: /^(v.{24})?$/,
  name: /^(v.{0,1000})?$/su,
};

/** The cursor of the page after a key. */
export function encodeLearnersCursor(
  { sort, descending }: LearnerOrder,
  { value, bucket, id }: LearnerKey,
): string {
  return encodeCursor([
    sort,
    descending ? "1" : "0",
    value === null ? "" : `v${value}`,
    bucket,
    id,
  ]);
}

/**
 * The key in a cursor of that order; undefined for the first page.
 * @throws {@link MilepostError} `cursor_invalid`, also for a cursor of another order
 */
export function decodeLearnersCursor(
  cursor: string | undefined,
  { sort, descending }: LearnerOrder,
): LearnerKey | undefined {
  const parts = decodeCursor(cursor, [
    new RegExp(`^${sort}$`),
    descending ? /^1$/ : /^0$/,
    valueShape[sort],
    /^\d{1,4}$/,
    /^\d{1,18}$/,
  ]);
  if (parts === undefined) return undefined;
  const [, , text = "", bucket = "", id = ""] = parts;
  const value = text === "" ? null : text.slice(1);
  const isTime = sort === "due" || sort === "lastActivity";
  if (isTime && value !== null && !isInstant(value)) throw new MilepostError("cursor_invalid");
  return { value, bucket, id };
}
