import { MilepostError } from "../MilepostError.ts";

/** Who sees it: its owner, or all who may see views. */
export type SavedViewVisibility = "me" | "everyone";

/** What a saved view is to be. */
export interface SavedViewInput {
  /** Whoever saves it, 1–300 characters: a server names them from their key or token. */
  readonly owner: string;
  /** 1–100 characters; two may have the same. */
  readonly name: string;
  /** The page it is of, by the dashboard's name for it, 1–50 characters. */
  readonly page: string;
  /** The query string of the page's URL, without the question mark; up to 2,000 characters. */
  readonly query: string;
  readonly visibility: SavedViewVisibility;
  /** What the page shows its owner first, instead of another of theirs. False when omitted. */
  readonly isDefault?: boolean | undefined;
}

/** A page of the dashboard with its filters, under a name. */
export interface SavedView {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly page: string;
  readonly query: string;
  readonly visibility: SavedViewVisibility;
  readonly isDefault: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface SavedViewRow {
  view_id: string;
  owner: string;
  name: string;
  page: string;
  query: string;
  visibility: SavedViewVisibility;
  is_default: boolean;
  created_at: Date;
  updated_at: Date;
}

/** The saved view in a row. */
export function savedView(row: SavedViewRow): SavedView {
  return {
    id: row.view_id,
    owner: row.owner,
    name: row.name,
    page: row.page,
    query: row.query,
    visibility: row.visibility,
    isDefault: row.is_default,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** What a saved view is to be, but for its owner, as the functions take it. */
export function savedViewValues(input: Omit<SavedViewInput, "owner">): readonly unknown[] {
  // Null is refused; as the empty text that others pass for NUL, a query would be taken.
  const texts = [input.name, input.page, input.query].map((text) =>
    text.includes("\u0000") ? null : text,
  );
  return [...texts, input.visibility, input.isDefault ?? false];
}

/**
 * The id of a saved view as PostgreSQL can take it: what is no number is the id of none.
 * @throws {@link MilepostError} `saved_view_not_found`
 */
export function savedViewNumber(view: string): string {
  if (/^\d{1,18}$/.test(view)) return view;
  throw new MilepostError("saved_view_not_found", { view });
}
