import type { ReactNode } from "react";
import type { DefinitionName } from "../../definitions/definitions.ts";

/** A column of a table, with what it is called, shows and is sorted by. */
export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  readonly width: number;
  readonly numeric?: true;
  /** The order that its heading asks for; without, it cannot be sorted by. */
  readonly sort?: { readonly by: string; readonly first: "asc" | "desc" };
  readonly explain?: DefinitionName;
  /** Not shown until it is chosen. */
  readonly hidden?: true;
}

/** How a table is sorted. */
export interface Sorting {
  readonly by: string;
  readonly order: "asc" | "desc";
}
