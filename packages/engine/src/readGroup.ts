import { callOne } from "./callOne.ts";
import { type GroupRow, group } from "./group.ts";
import type { Group, Queryable, Scope } from "./types.ts";

/**
 * A group, with how many belong to it now. @throws {@link MilepostError} `group_not_found`
 */
export async function readGroup(
  db: Queryable,
  input: { group: string },
  { tenant = "default" }: Scope = {},
): Promise<Group> {
  return group(await callOne<GroupRow>(db, "read_group", [tenant, input.group], input));
}
