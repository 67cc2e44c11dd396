import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import {
  type SavedView,
  type SavedViewInput,
  type SavedViewRow,
  savedView,
  savedViewNumber,
  savedViewValues,
} from "./savedView.ts";

/** Another content for a view; `owner` is who asks, and has to own it. */
export interface PutSavedViewInput extends SavedViewInput {
  readonly view: string;
}

/**
 * Replaces all of a saved view but its id and when it was created.
 *
 * @throws {@link MilepostError} `saved_view_not_found`, `saved_view_of_another`,
 * `text_out_of_range`, `saved_views_too_many`
 */
export async function putSavedView(
  db: Queryable,
  { view, owner, ...input }: PutSavedViewInput,
  { tenant = "default", now }: Scope = {},
): Promise<SavedView> {
  const values = [tenant, owner, savedViewNumber(view), ...savedViewValues(input), now ?? null];
  return savedView(await callOne<SavedViewRow>(db, "put_saved_view", values, { view }));
}
