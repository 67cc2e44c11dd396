import { type ReactNode, useEffect, useRef } from "react";
import { countText } from "../../text/numbers.ts";
import type { Column, Sorting } from "./Column.ts";
import { Pager } from "./Pager.tsx";
import { TableBody } from "./TableBody.tsx";
import { TableHead } from "./TableHead.tsx";
import { TableTools } from "./TableTools.tsx";
import { useColumns } from "./useColumns.ts";
import { useGridKeys } from "./useGridKeys.ts";
import type { Selection } from "./useSelection.ts";
import { useWindow } from "./useWindow.ts";

export interface DataTableProps<Row> {
  /** Also the key under which the choice of columns is kept. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly rowLabel: (row: Row) => string;
  /** How many there are, of which `rows` may be the first; null where nobody counted. */
  readonly total: number | null;
  readonly more?: { readonly isLoading: boolean; load(): void } | undefined;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
  readonly onOpen?: (row: Row) => void;
  readonly selection?: Selection | undefined;
  /** Stands above the table, such as what is done with the selection. */
  readonly toolbar?: ReactNode;
  readonly maxHeight?: number | undefined;
}

/**
 * A table of any length: rows that are not seen are not drawn, and are counted for whoever is read
 * to. Page by page instead, for screen readers that don't know how many rows there are.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowId, total, more, selection } = props;
  const chosen = useColumns(props.name, columns, rows, rowId);
  const frame = useRef<HTMLDivElement>(null);
  const seen = useWindow(rows.length, frame);
  const keys = useGridKeys({
    ids: rows.map(rowId),
    scrollTo: seen.scrollTo,
    onOpen: (index) => {
      const row = rows[index];
      if (row !== undefined) props.onOpen?.(row);
    },
    selection,
  });
  const isAtEnd = (seen.items.at(-1) ?? -1) >= rows.length - 1;
  useEffect(() => {
    if (isAtEnd && more !== undefined && !more.isLoading) more.load();
  }, [isAtEnd, more]);

  const shown = chosen.table.getVisibleLeafColumns();
  const width = shown.reduce((sum, column) => sum + column.getSize(), selection ? 44 : 0);
  const count = total ?? (more === undefined ? rows.length : null);
  return (
    <div className="md-table">
      <div className="md-table-bar">
        <span className="md-table-count" role="status">
          {count === null ? `${countText(rows.length)} read, more to come` : rowsText(count)}
        </span>
        {props.toolbar}
        <TableTools columns={columns} chosen={chosen} />
      </div>
      <div
        ref={frame}
        className="md-table-frame"
        style={seen.isPaged ? undefined : { maxHeight: props.maxHeight ?? 620 }}
        tabIndex={-1}
      >
        <table
          role="grid"
          aria-label={caption}
          aria-rowcount={count === null ? -1 : count + 1}
          aria-multiselectable={selection === undefined ? undefined : true}
          style={{ width: "100%", minWidth: width }}
          onKeyDown={keys.onKeyDown}
        >
          <TableHead {...props} shown={shown} chosen={chosen} />
          <TableBody {...props} shown={shown} chosen={chosen} seen={seen} keys={keys} />
        </table>
      </div>
      {seen.isPaged ? <Pager caption={caption} seen={seen} rows={rows.length} more={more} /> : null}
    </div>
  );
}

function rowsText(n: number): string {
  return n === 1 ? "1 row" : `${countText(n)} rows`;
}
