import { useLocalStorage } from "@mantine/hooks";
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { Column } from "./Column.ts";

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

/** What of a table's columns was chosen, for this browser. */
interface Chosen {
  readonly order: string[];
  readonly visible: Record<string, boolean>;
  readonly widths: Record<string, number>;
}

const narrowest = 64;
const widest = 640;

/** The columns that a table shows: which, in which order and how wide; the first one stays put. */
export function useColumns<Row extends object>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  rowId: (row: Row) => string,
) {
  const first = columns[0]?.id ?? "";
  const [chosen, setChosen] = useLocalStorage<Chosen>({
    key: `milepost-columns-${name}`,
    defaultValue: { order: [], visible: {}, widths: {} },
    getInitialValueInEffect: false,
  });
  const definitions = useMemo(
    () =>
      columns.map(({ id, label, width }) => ({
        id,
        header: label,
        size: width,
        minSize: narrowest,
        maxSize: widest,
        accessorFn: (row: Row) => row,
      })),
    [columns],
  );
  const hidden = useMemo(
    () => Object.fromEntries(columns.filter((one) => one.hidden).map(({ id }) => [id, false])),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: rowId,
    state: {
      columnOrder: orderOf(columns, chosen.order),
      columnVisibility: { ...hidden, ...chosen.visible },
      columnSizing: chosen.widths,
      columnPinning: { start: [first], end: [] },
    },
    onColumnOrderChange: (next) =>
      setChosen((was) => ({ ...was, order: resolve(next, orderOf(columns, was.order)) })),
    onColumnVisibilityChange: (next) =>
      setChosen((was) => ({ ...was, visible: resolve(next, { ...hidden, ...was.visible }) })),
  });
  const byId = new Map(columns.map((column) => [column.id, column]));
  return {
    table,
    byId,
    resize: (id: string, width: number) =>
      setChosen((was) => ({
        ...was,
        widths: { ...was.widths, [id]: Math.min(widest, Math.max(narrowest, width)) },
      })),
    reset: () => setChosen({ order: [], visible: {}, widths: {} }),
  };
}

export type ChosenColumns<Row extends object> = ReturnType<typeof useColumns<Row>>;
export type ShownColumn<Row extends object> = ReturnType<
  ChosenColumns<Row>["table"]["getVisibleLeafColumns"]
>[number];

function resolve<T>(next: T | ((was: T) => T), was: T): T {
  return typeof next === "function" ? (next as (was: T) => T)(was) : next;
}

/** The order that was chosen, with columns that are newer than the choice behind it. */
function orderOf(columns: readonly { id: string }[], chosen: readonly string[]): string[] {
  const known = columns.map(({ id }) => id);
  const kept = chosen.filter((id) => known.includes(id));
  return [...kept, ...known.filter((id) => !kept.includes(id))];
}
