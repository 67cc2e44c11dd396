import { useCallback, useMemo, useRef, useState } from "react";

/** Which rows are selected, by their ids. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  /** Selects every row from the one toggled last up to this one. */
  extendTo(id: string, order: readonly string[]): void;
  set(ids: Iterable<string>): void;
  clear(): void;
}

/** A selection that outlives paging and sorting, until it is cleared. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set());
  const last = useRef<string | null>(null);
  const toggle = useCallback((id: string) => {
    last.current = id;
    setIds((was) => {
      const next = new Set(was);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const extendTo = useCallback((id: string, order: readonly string[]) => {
    const to = order.indexOf(id);
    const from = last.current === null ? to : order.indexOf(last.current);
    const [low, high] = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    last.current = id;
    setIds((was) => new Set([...was, ...order.slice(low, high + 1)]));
  }, []);
  const set = useCallback((next: Iterable<string>) => setIds(new Set(next)), []);
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(
    () => ({ ids, toggle, extendTo, set, clear }),
    [ids, toggle, extendTo, set, clear],
  );
}
