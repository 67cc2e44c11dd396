import { useCallback, useEffect, useState } from "react";
import { useSearch } from "wouter/use-browser-location";
import { guardBack } from "../../address/backGuard.ts";
import { base, goTo } from "../../address/useView.ts";

interface LeaveGuard {
  /** Whether somebody is about to leave, and is asked whether they mean it. */
  readonly isAsking: boolean;
  stay(): void;
  leave(): void;
}

/**
 * Asks before a page with unpublished edits is left: by the browser where it is closed or loaded
 * anew, by the page itself for its links and for Back.
 */
export function useLeaveGuard(isEdited: boolean): LeaveGuard {
  const [target, setTarget] = useState<string | null>(null);
  const search = useSearch();
  useEffect(() => {
    if (!isEdited) return;
    const here = window.location.pathname;
    const address = here + (search === "" ? "" : `?${search.replace(/^\?/, "")}`);
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event);
      if (link === null || link.pathname === here) return;
      // The link's own handler sees that it has been answered.
      event.preventDefault();
      setTarget(link.pathname + link.search);
    };
    const onBack = (event: PopStateEvent) => {
      const { pathname, search: there } = window.location;
      if (pathname === here) return;
      // Before the dashboard hears of it: this page would be gone, and the edits with it.
      event.stopImmediatePropagation();
      window.history.pushState(null, "", address);
      setTarget(pathname + there);
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, { capture: true });
    const unguard = guardBack(onBack);
    return () => {
      unguard();
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [isEdited, search]);
  const stay = useCallback(() => setTarget(null), []);
  const leave = useCallback(() => {
    if (target !== null) goTo(target);
  }, [target]);
  return { isAsking: target !== null, stay, leave };
}

/** The link within the dashboard that a plain click follows. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const isPlain =
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!(link instanceof HTMLAnchorElement) || !isPlain) return null;
  const isOwn = link.origin === window.location.origin && link.pathname.startsWith(base);
  return isOwn ? link : null;
}
