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
      <Grip label={label} resize={resize} />
    </th>
  );
}

function SortMark({ order }: { order: "asc" | "desc" | null }) {
  if (order === "asc") return <IconArrowUp size={14} aria-hidden />;
  if (order === "desc") return <IconArrowDown size={14} aria-hidden />;
  return <IconArrowsSort size={13} aria-hidden className="md-sort-none" />;
}

/** The edge of a column, moved with the pointer or the arrow keys. */
function Grip({ label, resize }: { label: string; resize(by: number): void }) {
  const last = useRef(0);
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    last.current = event.clientX;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  return (
    <button
      type="button"
      className="md-grip"
      aria-label={`Width of ${label}: arrow keys`}
      onPointerDown={drag}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        resize(event.clientX - last.current);
        last.current = event.clientX;
      }}
      onKeyDown={(event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        event.preventDefault();
        event.stopPropagation();
        resize(event.key === "ArrowLeft" ? -16 : 16);
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
