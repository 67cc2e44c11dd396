import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { type PointerEvent, useRef } from "react";
import { Explain } from "../Explain.tsx";
import type { Column, Sorting } from "./Column.ts";

interface Props {
  readonly column: Pick<Column<never>, "sort" | "label" | "explain" | "numeric">;
  readonly width: number;
  readonly isPinned: boolean;
  readonly sorting: Sorting | undefined;
  readonly onSort: ((sorting: Sorting) => void) | undefined;
  resize(by: number): void;
}

/** A column's heading: what it is, what it means, sorted how, and how wide. */
export function HeadCell({ column, width, isPinned, sorting, onSort, resize }: Props) {
  const { sort, label, explain, numeric } = column;
  const isSorted = sort !== undefined && sorting?.by === sort.by;
  const next = isSorted && sorting.order === sort.first ? opposite(sort.first) : sort?.first;
  return (
    <th
      scope="col"
      style={{ width }}
      className={classes(numeric && "md-numeric", isPinned && "md-pinned")}
      aria-sort={isSorted ? (sorting.order === "asc" ? "ascending" : "descending") : undefined}
    >
      <span className="md-head">
        {sort === undefined || onSort === undefined || next === undefined ? (
          label
        ) : (
          <button
            type="button"
            className="md-sort"
            onClick={() => onSort({ by: sort.by, order: next })}
          >
            {label}
            <SortMark order={isSorted ? sorting.order : null} />
          </button>
        )}
        {explain === undefined ? null : <Explain of={explain} />}
      </span>
      <Grip resize={resize} />
    </th>
  );
}

function SortMark({ order }: { order: "asc" | "desc" | null }) {
  if (order === "asc") return <IconArrowUp size={14} aria-hidden />;
  if (order === "desc") return <IconArrowDown size={14} aria-hidden />;
  return <IconArrowsSort size={13} aria-hidden className="md-sort-none" />;
}

/** The edge of a column, for the pointer; the keys have the menu of columns. */
function Grip({ resize }: { resize(by: number): void }) {
  const last = useRef(0);
  const drag = (event: PointerEvent<HTMLSpanElement>) => {
    last.current = event.clientX;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  return (
    <span
      className="md-grip"
      aria-hidden="true"
      onPointerDown={drag}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        resize(event.clientX - last.current);
        last.current = event.clientX;
      }}
    />
  );
}

function opposite(order: "asc" | "desc"): "asc" | "desc" {
  return order === "asc" ? "desc" : "asc";
}

function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
