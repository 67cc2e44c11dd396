import type { Caller } from "@milepost/client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useView } from "../address/useView.ts";
import { oneOf } from "../address/view.ts";
import { readCaller, type ScopeQuery, scopeQuery, type WindowQuery } from "../api/reports.ts";
import { useAnswer } from "../api/useAnswer.ts";
import { startOfDay, type Zone } from "../text/times.ts";
import { Refused } from "../ui/Refused.tsx";

const Context = createContext<Caller | null>(null);

/** Asks as whom the dashboard is read, and shows it to who may. */
export function Session({ children }: { children: ReactNode }) {
  const caller = useAnswer("fixed", ["caller"], readCaller);
  if (caller.error !== null) {
    const wasIn = caller.data !== undefined;
    return <Refused error={caller.error} retry={caller.refetch} wasIn={wasIn} />;
  }
  if (caller.data === undefined) return null;
  if (caller.data.role === "learner") return <Refused error={null} />;
  return <Context value={caller.data}>{children}</Context>;
}

/** Whoever is signed in. */
export function useCaller(): Caller {
  const caller = useContext(Context);
  if (caller === null) throw new Error("This is shown to who is signed in.");
  return caller;
}

export const zones = ["org", "mine", "utc"] as const;

/** The zone that dates are shown in, as the address chooses. */
export function useZone(): Zone {
  const { timeZone } = useCaller();
  const { view } = useView();
  const chosen = oneOf(zones, view.zone);
  return useMemo(() => zoneOf(chosen, timeZone), [chosen, timeZone]);
}

/** A zone by its name in addresses; `organisation` is an IANA name. */
export function zoneOf(chosen: (typeof zones)[number], organisation: string): Zone {
  if (chosen === "utc") return { id: "UTC", label: "UTC" };
  if (chosen === "org") return { id: organisation, label: organisation };
  const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { id: mine, label: mine };
}

/**
 * When a day of the organisation begins, as an address tells it whatever zone it shows dates in:
 * reports have days of the organisation.
 */
export function useDayStart(): (day: string) => string {
  const { timeZone } = useCaller();
  return (day) => startOfDay(day, zoneOf("org", timeZone))?.toISOString() ?? day;
}

/** Which attempts the address asks about. */
export function useScope(): ScopeQuery {
  const { view } = useView();
  const zone = useZone();
  return useMemo(() => scopeQuery(view, zone), [view, zone]);
}

/** Which attempts the address asks about, for what is told of the present alone. */
export function useScopeNow(): WindowQuery {
  const scope = useScope();
  return useMemo(() => {
    const { asOf: _, ...now } = scope;
    return now;
  }, [scope]);
}
