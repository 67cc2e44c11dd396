import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { type GroupRow, group } from "./group.ts";
import { pageLimit } from "./pageLimit.ts";
import type { Group, Page, PageRequest, Queryable, Scope } from "./types.ts";

/**
 * The groups of a tenant, by id, each with how many belong to it now.
 * @throws {@link MilepostError} `cursor_invalid`, `limit_out_of_range`
 */
export async function listGroups(
  db: Queryable,
  page: PageRequest = {},
  { tenant = "default" }: Scope = {},
): Promise<Page<Group>> {
  const limit = pageLimit(page);
  const [after = null] = decodeCursor(page.after, [/^.{1,255}$/su]) ?? [];
  const rows = await call<GroupRow>(db, "list_groups", [tenant, after, limit]);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { items: rows.map(group), next: last ? encodeCursor([last.group]) : null };
}
