import type { Queryable, Scope } from "@milepost/engine";
import type pg from "pg";
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
  /** The same for a database that takes a COPY, where there is a quicker way. */
  readonly copied?: CopiedRows<T>;
}

/** A kind's way for many rows at once, each call a transaction. */
export interface CopiedRows<T> {
  /** Rows that are shared out among the lanes at a time; the share of each is sent in one call. */
  readonly window: number;
  send(pool: pg.Pool, items: readonly T[], scope: Scope): Promise<readonly ItemResult[]>;
}
