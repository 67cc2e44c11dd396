import { type DragEvent, useMemo, useRef, useState } from "react";

type Side = "above" | "below";

/** What a row asks of the list while it is dragged. */
export interface RowDrag {
  onDragStart(event: DragEvent<HTMLElement>, key: string): void;
  onDragEnd(): void;
}

interface Target {
  readonly key: string;
  readonly side: Side;
  readonly place: number;
}

/**
 * Lessons that are dragged by a pointer: the same move as by keys.
 *
 * @param move - puts a lesson to a place among those that are not retired
 */
export function useDrag(move: (key: string, to: number) => void) {
  const dragged = useRef<{ key: string; place: number } | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const stable = useMemo<RowDrag>(
    () => ({
      onDragStart(event, key) {
        const row = event.currentTarget.closest<HTMLElement>("[data-key]");
        if (row === null) return;
        dragged.current = { key, place: Number(row.dataset.place) };
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", key);
        event.dataTransfer.setDragImage(row, 16, 16);
      },
      onDragEnd() {
        dragged.current = null;
        setTarget(null);
      },
    }),
    [],
  );
  const list = {
    onDragOver(event: DragEvent<HTMLElement>) {
      if (dragged.current === null) return;
      const found = targetOf(event);
      if (found === null) return;
      event.preventDefault();
      if (found.key !== target?.key || found.side !== target.side) setTarget(found);
    },
    onDrop(event: DragEvent<HTMLElement>) {
      const from = dragged.current;
      const found = targetOf(event);
      stable.onDragEnd();
      if (from === null || found === null) return;
      event.preventDefault();
      const below = found.place + (found.side === "below" ? 1 : 0);
      // Its own place is free by then.
      move(from.key, below > from.place ? below - 1 : below);
    },
  };
  return { target, stable, list };
}

/** The row under the pointer, and the half of it. */
function targetOf(event: DragEvent<HTMLElement>): Target | null {
  const row =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>("[data-key][data-place]")
      : null;
  if (row === null) return null;
  const { top, height } = row.getBoundingClientRect();
  const side = event.clientY < top + height / 2 ? "above" : "below";
  return { key: row.dataset.key ?? "", side, place: Number(row.dataset.place) };
}
