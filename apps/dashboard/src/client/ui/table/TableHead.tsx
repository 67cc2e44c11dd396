import type { DataTableProps } from "./DataTable.tsx";
import { HeadCell } from "./HeadCell.tsx";
import type { ChosenColumns, ShownColumn } from "./useColumns.ts";

type Props<Row extends object> = Pick<DataTableProps<Row>, "sorting" | "onSort" | "selection"> & {
  readonly shown: readonly ShownColumn<Row>[];
  readonly chosen: ChosenColumns<Row>;
};

/** The headings of the columns that are shown. */
export function TableHead<Row extends object>(props: Props<Row>) {
  const { shown, chosen, sorting, onSort, selection } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection === undefined ? null : (
          <th scope="col" className="md-select">
            <span className="md-sr">Selected</span>
          </th>
        )}
        {shown.map((column) => {
          const about = chosen.byId.get(column.id);
          return about === undefined ? null : (
            <HeadCell
              key={column.id}
              column={about}
              width={column.getSize()}
              isPinned={column.getIsPinned() !== false}
              resize={(by) => chosen.resize(column.id, column.getSize() + by)}
              sorting={sorting}
              onSort={onSort}
            />
          );
        })}
      </tr>
    </thead>
  );
}
