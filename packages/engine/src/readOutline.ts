import { callOne } from "./callOne.ts";
import { outline, type StoredOutline } from "./outline.ts";
import type { Outline, Queryable, Scope } from "./types.ts";

/** A course and its outline in order. @throws {@link MilepostError} `course_not_found` */
export async function readOutline(
  db: Queryable,
  { course }: { course: string },
  { tenant = "default" }: Scope = {},
): Promise<Outline> {
  const values = [tenant, course];
  const row = await callOne<{ read_outline: StoredOutline }>(db, "read_outline", values, {
    course,
  });
  return outline(row.read_outline);
}
