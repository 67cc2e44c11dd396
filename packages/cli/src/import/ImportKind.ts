import type { Queryable, Scope } from "@milepost/engine";
import type { Fields } from "../files/readCsv.ts";

/** What became of one row. */
export type ItemResult =
  | { readonly status: "recorded" | "unchanged" }
  | { readonly status: "refused"; readonly code: string };

/** A kind of file: how its rows are read and where they go. */
export interface ImportKind<T> {
  /** Every field a row may have; in CSV the columns. */
  readonly fields: readonly string[];
  /** Columns without which a CSV file is not one of this kind. */
  readonly required: readonly string[];
  /** Rows of one call, which is one transaction. */
  readonly chunk: number;
  /** @throws {@link FieldFault} for a row that is refused before the database sees it */
  read(fields: Fields): T;
  /** Rows of one learner are sent in their order; those of two may go side by side. */
  learnerOf(item: T): string;
  send(db: Queryable, items: readonly T[], scope: Scope): Promise<readonly ItemResult[]>;
}
