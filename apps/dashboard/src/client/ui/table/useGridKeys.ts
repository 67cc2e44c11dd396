import { type KeyboardEvent, useState } from "react";
import type { Selection } from "./useSelection.ts";

interface Options {
  readonly ids: readonly string[];
  /** Has a row drawn that is out of sight. */
  scrollTo(index: number): void;
  onOpen(index: number): void;
  readonly selection: Selection | undefined;
}

export interface GridKeys {
  /** The row that has the focus, or gets it when the table does. */
  readonly current: number;
  setCurrent(index: number): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

const pageRows = 10;

/**
 * The keys of a grid whose rows take the focus: arrows, Home and End, Page Up and Down move; Space
 * selects, with Shift all rows up to there; Enter opens.
 */
export function useGridKeys({ ids, scrollTo, onOpen, selection }: Options): GridKeys {
  const [current, setCurrent] = useState(0);
  const last = ids.length - 1;

  const move = (table: HTMLElement, to: number) => {
    const index = Math.min(last, Math.max(0, to));
    setCurrent(index);
    scrollTo(index);
    // Once the row is drawn.
    requestAnimationFrame(() => {
      table.querySelector<HTMLElement>(`tr[data-row="${index}"]`)?.focus();
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + pageRows,
      PageUp: current - pageRows,
      Home: 0,
      End: last,
    };
    const to = steps[event.key];
    const id = ids[current];
    if (to !== undefined) move(event.currentTarget, to);
    else if (event.key === "Enter") onOpen(current);
    else if (event.key === " " && selection !== undefined && id !== undefined) {
      if (event.shiftKey) selection.extendTo(id, ids);
      else selection.toggle(id);
    } else return;
    event.preventDefault();
  };

  return { current: Math.min(current, Math.max(0, last)), setCurrent, onKeyDown };
}
