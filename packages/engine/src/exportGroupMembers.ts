import { call } from "./call.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { pageLimit } from "./pageLimit.ts";
import type { Page, PageRequest, Queryable, Scope } from "./types.ts";

/** That a learner belonged to a group for a while. */
export interface GroupMembershipRecord {
  readonly group: string;
  readonly learner: string;
  readonly joinedAt: Date;
  /** The first instant after it; null while it goes on. */
  readonly leftAt: Date | null;
}

interface Row {
  bucket: number;
  learner_id: string;
  group_id: string;
  learner: string;
  group_key: string;
  joined_at: Date;
  left_at: Date | null;
}

const id = /^\d{1,18}$/;

/**
 * The memberships of all groups of a tenant, former ones too, page by page, for moving them out.
 * Those of erased learners are left out.
 *
 * @throws {@link MilepostError} `tenant_not_found`, `cursor_invalid`, `limit_out_of_range`
 */
export async function exportGroupMembers(
  db: Queryable,
  page: PageRequest = {},
  { tenant = "default" }: Scope = {},
): Promise<Page<GroupMembershipRecord>> {
  const limit = pageLimit(page);
  const after = decodeCursor(page.after, [/^\d{1,4}$/, id, id, "instant"]) ?? [];
  const [bucket = null, learner = null, group = null, joinedAt = null] = after;
  const values = [tenant, bucket, learner, group, joinedAt, limit];
  const rows = await call<Row>(db, "export_group_members", values);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const places = last && [String(last.bucket), last.learner_id, last.group_id];
  return {
    items: rows.map(({ group_key, learner, joined_at, left_at }) => ({
      group: group_key,
      learner,
      joinedAt: joined_at,
      leftAt: left_at,
    })),
    next: last && places ? encodeCursor([...places, last.joined_at.toISOString()]) : null,
  };
}
