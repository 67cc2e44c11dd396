import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import { savedViewNumber } from "./savedView.ts";

/**
 * Deletes a saved view of the owner's: its id.
 * @throws {@link MilepostError} `saved_view_not_found`, `saved_view_of_another`
 */
export async function deleteSavedView(
  db: Queryable,
  { view, owner }: { view: string; owner: string },
  { tenant = "default" }: Scope = {},
): Promise<{ id: string }> {
  const values = [tenant, owner, savedViewNumber(view)];
  const row = await callOne<{ delete_saved_view: string }>(db, "delete_saved_view", values, {
    view,
  });
  return { id: row.delete_saved_view };
}
