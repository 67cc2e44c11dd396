import type pg from "pg";
import { call } from "./call.ts";
import type { Queryable } from "./types.ts";

/**
 * {@link call}, for a function that answers exactly one row: fewer or more is our bug, said as one.
 */
export async function callOne<Row extends pg.QueryResultRow>(
  db: Queryable,
  name: string,
  values: readonly unknown[],
  subject: Record<string, string> = {},
): Promise<Row> {
  const rows = await call<Row>(db, name, values, subject);
  const [row] = rows;
  if (row === undefined || rows.length > 1) {
    throw new Error(`milepost.${name} answered ${rows.length} rows instead of one`);
  }
  return row;
}
