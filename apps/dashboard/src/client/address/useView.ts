import { useCallback, useMemo } from "react";
import { navigate, usePathname, useSearch } from "wouter/use-browser-location";
import { formatView, parseView, scopeOf, type View, type ViewChange } from "./view.ts";

export const base = "/admin";

interface ViewState {
  readonly view: View;
  /** Changes what is chosen on this page: a step that Back undoes, unless `replace` is said. */
  change(change: ViewChange, how?: { replace?: boolean }): void;
}

/** What the address chooses, which is the only place where it is kept. */
export function useView(): ViewState {
  const search = useSearch();
  const path = usePathname();
  const view = useMemo(() => parseView(search), [search]);
  const change = useCallback(
    (changes: ViewChange, { replace = false } = {}) => {
      // Read again: two changes in a row would otherwise undo one another.
      const next = formatView({ ...parseView(window.location.search), ...changes });
      navigate(next === "" ? path : `${path}?${next}`, { replace });
    },
    [path],
  );
  return { view, change };
}

export type Href = (path: string, view?: ViewChange) => string;

/** An address of a page of the dashboard, with what is chosen for all pages taken along. */
export function useHref(): Href {
  const { view } = useView();
  return useCallback((path, own = {}) => hrefOf(path, { ...scopeOf(view), ...own }), [view]);
}

/** An address of a page of the dashboard. */
export function hrefOf(path: string, view: ViewChange = {}): string {
  const search = formatView(view);
  return `${base}${path}${search === "" ? "" : `?${search}`}`;
}

/** Goes to an address of the dashboard. */
export function goTo(href: string, how: { replace?: boolean } = {}): void {
  navigate(href, how);
}
