import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import {
  type SavedView,
  type SavedViewInput,
  type SavedViewRow,
  savedView,
  savedViewValues,
} from "./savedView.ts";

/**
 * Keeps a page of the dashboard with its filters under a name. An owner has up to 500, and a tenant
 * up to 500 that everyone sees.
 *
 * @throws {@link MilepostError} `text_out_of_range`, `saved_views_too_many`
 */
export async function createSavedView(
  db: Queryable,
  { owner, ...input }: SavedViewInput,
  { tenant = "default", now }: Scope = {},
): Promise<SavedView> {
  const values = [tenant, owner, ...savedViewValues(input), now ?? null];
  return savedView(await callOne<SavedViewRow>(db, "create_saved_view", values));
}
