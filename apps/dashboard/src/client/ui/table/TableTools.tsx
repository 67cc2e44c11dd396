import { SegmentedControl } from "@mantine/core";
import { useView } from "../../address/useView.ts";
import type { Column } from "./Column.ts";
import { ColumnMenu } from "./ColumnMenu.tsx";
import type { ChosenColumns } from "./useColumns.ts";

interface Props<Row extends object> {
  readonly columns: readonly Column<Row>[];
  readonly chosen: ChosenColumns<Row>;
}

/** How a table is read: scrolled or paged, with which columns. */
export function TableTools<Row extends object>({ columns, chosen }: Props<Row>) {
  const { view, change } = useView();
  const { table, byId, resize, reset } = chosen;
  return (
    <div className="md-table-tools">
      <SegmentedControl
        size="xs"
        aria-label="Rows"
        data={[
          { value: "all", label: "Scroll" },
          { value: "50", label: "Pages" },
        ]}
        value={view.paging === "50" ? "50" : "all"}
        onChange={(value) =>
          change({ paging: value === "50" ? "50" : undefined }, { replace: true })
        }
      />
      <ColumnMenu
        columns={table.getAllLeafColumns().map((column) => ({
          id: column.id,
          label: byId.get(column.id)?.label ?? column.id,
          isShown: column.getIsVisible(),
          isFixed: column.id === columns[0]?.id,
        }))}
        show={(id, isShown) => table.getColumn(id)?.toggleVisibility(isShown)}
        move={(id, by) => table.setColumnOrder((order) => moved(order, id, by))}
        resize={(id, by) => resize(id, (table.getColumn(id)?.getSize() ?? 0) + by)}
        reset={reset}
      />
    </div>
  );
}

/** The first column stays first. */
function moved(order: readonly string[], id: string, by: -1 | 1): string[] {
  const from = order.indexOf(id);
  const to = from + by;
  if (to < 1 || to >= order.length) return [...order];
  const next = order.filter((one) => one !== id);
  next.splice(to, 0, id);
  return next;
}
