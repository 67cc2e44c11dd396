import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useState } from "react";
import { useView } from "../../address/useView.ts";

const rowHeight = 46;
export const pageRows = 50;

/** Which rows of a table are drawn. */
export interface Window {
  readonly isPaged: boolean;
  readonly items: readonly number[];
  /** Of the rows above and below that are not drawn, in pixels. */
  readonly above: number;
  readonly below: number;
  readonly pageNo: number;
  setPageNo(pageNo: number): void;
  scrollTo(index: number): void;
}

/** The rows in sight, and some around them; or, as the address chooses, a page of fifty. */
export function useWindow(count: number, frame: RefObject<HTMLDivElement | null>): Window {
  const { view } = useView();
  const [pageNo, setPageNo] = useState(0);
  const isPaged = view.paging === "50";
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: !isPaged,
  });
  if (isPaged) {
    const from = pageNo * pageRows;
    const length = Math.max(0, Math.min(count, from + pageRows) - from);
    const items = Array.from({ length }, (_, at) => from + at);
    return { isPaged, items, above: 0, below: 0, pageNo, setPageNo, scrollTo: () => undefined };
  }
  const drawn = virtual.getVirtualItems();
  return {
    isPaged,
    items: drawn.map(({ index }) => index),
    above: drawn[0]?.start ?? 0,
    below: Math.max(0, virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)),
    pageNo,
    setPageNo,
    scrollTo: (index) => virtual.scrollToIndex(index),
  };
}
