import { callOne } from "./callOne.ts";
import { type GroupRow, group } from "./group.ts";
import type { Group, GroupInput, Queryable, Scope } from "./types.ts";

/**
 * Creates a group of learners, or gives it another name and kind. Its members stay.
 *
 * @throws {@link MilepostError} `id_out_of_range`, `text_out_of_range`
 */
export async function putGroup(
  db: Queryable,
  input: GroupInput,
  { tenant = "default", now }: Scope = {},
): Promise<Group & { created: boolean }> {
  const values = [tenant, input.group, input.name, input.kind ?? null, now ?? null];
  const subject = { group: input.group };
  const row = await callOne<GroupRow & { created: boolean }>(db, "put_group", values, subject);
  return { ...group(row), created: row.created };
}
