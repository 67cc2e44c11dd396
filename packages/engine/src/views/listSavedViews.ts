import { call } from "../call.ts";
import type { Queryable, Scope } from "../types.ts";
import { type SavedView, type SavedViewRow, savedView } from "./savedView.ts";

/** Whose views, and of which page. */
export interface SavedViewsRequest {
  readonly owner: string;
  /** Of all pages when omitted. */
  readonly page?: string | undefined;
}

/** The views of an owner and those for everyone, by name: there are at most 500 of each. */
export async function listSavedViews(
  db: Queryable,
  { owner, page }: SavedViewsRequest,
  { tenant = "default" }: Scope = {},
): Promise<SavedView[]> {
  const rows = await call<SavedViewRow>(db, "list_saved_views", [tenant, owner, page ?? null]);
  return rows.map(savedView);
}
