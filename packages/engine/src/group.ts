import type { Group } from "./types.ts";

/** A group as the SQL functions answer it. */
export interface GroupRow {
  group: string;
  name: string;
  kind: string | null;
  created_at: Date;
  member_count: number;
}

/** The row as callers see it. */
export function group(row: GroupRow): Group {
  return {
    id: row.group,
    name: row.name,
    kind: row.kind,
    createdAt: row.created_at,
    memberCount: row.member_count,
  };
}
