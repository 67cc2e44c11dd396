import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pageLimit } from "./pageLimit.ts";
import type { GroupMember, Page, PageRequest, Queryable, Scope } from "./types.ts";

interface Row {
  bucket: number;
  learner_id: string;
  learner: string;
  name: string | null;
  joined_at: Date;
}

/** Which group, and which page of its members. */
export interface GroupMembersRequest extends PageRequest {
  readonly group: string;
}

/**
 * Who belongs to a group now, each once, in an order that means nothing and stays. Erased learners
 * are left out.
 *
 * @throws {@link MilepostError} `group_not_found`, `cursor_invalid`, `limit_out_of_range`
 */
export async function listGroupMembers(
  db: Queryable,
  { group, ...page }: GroupMembersRequest,
  { tenant = "default" }: Scope = {},
): Promise<Page<GroupMember>> {
  const limit = pageLimit(page);
  const [bucket = null, id = null] = decodeCursor(page.after, [/^\d{1,4}$/, /^\d{1,18}$/]) ?? [];
  const values = [tenant, group, bucket, id, limit];
  const rows = await call<Row>(db, "list_group_members", values, { group });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(({ learner, name, joined_at }) => ({ learner, name, joinedAt: joined_at })),
    next: last ? encodeCursor([String(last.bucket), last.learner_id]) : null,
  };
}
