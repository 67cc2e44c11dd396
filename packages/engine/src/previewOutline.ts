import { callOne } from "./callOne.ts";
import { outline, type StoredOutline } from "./outline.ts";
import type {
  OutlineChange,
  OutlineEffect,
  OutlineInput,
  OutlinePreview,
  Queryable,
  Scope,
} from "./types.ts";

/**
 * What {@link putOutline} would answer to the same outline, and what it would do to the attempts of
 * the course. Writes nothing.
 *
 * @throws {@link MilepostError} as putOutline does, but for versions and replacements
 */
export async function previewOutline(
  db: Queryable,
  { course, title, enrollment, lessons }: OutlineInput,
  { tenant = "default", now }: Scope = {},
): Promise<OutlinePreview> {
  type Answer = StoredOutline & { change: OutlineChange; effect: OutlineEffect };
  const values = [tenant, course, title, enrollment ?? null, JSON.stringify(lessons), now ?? null];
  const row = await callOne<{ preview_outline: Answer }>(db, "preview_outline", values, { course });
  return outline(row.preview_outline);
}
