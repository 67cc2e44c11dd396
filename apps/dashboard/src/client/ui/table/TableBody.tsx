import type { DataTableProps } from "./DataTable.tsx";
import { TableRow } from "./TableRow.tsx";
import type { ChosenColumns, ShownColumn } from "./useColumns.ts";
import type { GridKeys } from "./useGridKeys.ts";
import type { Window } from "./useWindow.ts";

type Given = "rows" | "rowId" | "rowLabel" | "selection";

type Props<Row extends object> = Pick<DataTableProps<Row>, Given> & {
  readonly shown: readonly ShownColumn<Row>[];
  readonly chosen: ChosenColumns<Row>;
  readonly seen: Window;
  readonly keys: GridKeys;
};

/** The rows in sight, between room for those that are not. */
export function TableBody<Row extends object>(props: Props<Row>) {
  const { rows, rowId, rowLabel, selection, shown, chosen, seen, keys } = props;
  const spans = shown.length + (selection ? 1 : 0);
  return (
    <tbody>
      {seen.above > 0 ? <Spacer height={seen.above} spans={spans} /> : null}
      {seen.items.map((index) => {
        const row = rows[index];
        if (row === undefined) return null;
        const id = rowId(row);
        const select = (extend: boolean) =>
          extend ? selection?.extendTo(id, rows.map(rowId)) : selection?.toggle(id);
        return (
          <TableRow
            key={id}
            index={index}
            label={rowLabel(row)}
            cells={shown.map((column) => ({
              id: column.id,
              isNumeric: chosen.byId.get(column.id)?.numeric === true,
              content: chosen.byId.get(column.id)?.cell(row),
              isPinned: column.getIsPinned() !== false,
            }))}
            isCurrent={keys.current === index}
            onFocus={() => keys.setCurrent(index)}
            isSelected={selection?.ids.has(id)}
            onSelect={select}
          />
        );
      })}
      {seen.below > 0 ? <Spacer height={seen.below} spans={spans} /> : null}
    </tbody>
  );
}

function Spacer({ height, spans }: { height: number; spans: number }) {
  return (
    <tr aria-hidden="true" className="md-spacer">
      <td colSpan={spans} style={{ height }} />
    </tr>
  );
}
