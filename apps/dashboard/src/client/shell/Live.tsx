import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

/**
 * Figures are read again at most this often, however much happens: an event that comes right after
 * they were read is to be seen within five seconds, the answer's own time included.
 */
const figuresMs = 4_000;
const gatherMs = 200;
/** How often they are where nothing tells that something happened. */
const pollMs = 30_000;

/** How what is shown keeps up with what happens. */
export interface LiveState {
  /** `live`: told at once. `polling`: there is no stream, so it is asked. */
  readonly mode: "connecting" | "live" | "polling" | "paused";
  /** When the figures were read last. */
  readonly readAt: number;
  /** Entries of the ledger since tables were read last. */
  readonly newer: number;
  setPaused(paused: boolean): void;
  /** Reads the tables again, which do not change by themselves. */
  showNewer(): void;
}

const Context = createContext<LiveState | null>(null);

/** Follows the feed, and has the figures read again when something happened. */
export function Live({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [paused, setPaused] = useState(false);
  const [connection, setConnection] = useState<"connecting" | "live" | "polling">("connecting");
  const [readAt, setReadAt] = useState(() => Date.now());
  const [newer, setNewer] = useState(0);

  const readFigures = useCallback(() => {
    setReadAt(Date.now());
    void queries.invalidateQueries({ queryKey: ["figures"] });
  }, [queries]);
  const happened = useThrottled(figuresMs, (times) => {
    setNewer((n) => n + times);
    readFigures();
  });
  useFeed(paused, setConnection, happened);
  usePolling(!paused && connection !== "live", readFigures);

  const state = useMemo<LiveState>(
    () => ({
      mode: paused ? "paused" : connection,
      readAt,
      newer,
      setPaused(next) {
        setPaused(next);
        if (!next) readFigures();
      },
      showNewer() {
        setNewer(0);
        void queries.invalidateQueries({ queryKey: ["rows"] });
        readFigures();
      },
    }),
    [paused, connection, readAt, newer, readFigures, queries],
  );
  return <Context value={state}>{children}</Context>;
}

/** How what is shown keeps up, and the ways to change it. */
export function useLive(): LiveState {
  const live = useContext(Context);
  if (live === null) throw new Error("This is shown within Live.");
  return live;
}

/** Calls at once, and then at most once in so many milliseconds, with how often it was asked. */
function useThrottled(ms: number, call: (times: number) => void): () => void {
  const latest = useRef(call);
  latest.current = call;
  const state = useRef({ times: 0, last: 0, timer: undefined as number | undefined });
  useEffect(() => () => window.clearTimeout(state.current.timer), []);
  return useCallback(() => {
    const now = state.current;
    now.times += 1;
    if (now.timer !== undefined) return;
    // A moment in any case: what is committed together is told one by one.
    const wait = Math.max(gatherMs, now.last + ms - Date.now());
    now.timer = window.setTimeout(() => {
      now.timer = undefined;
      now.last = Date.now();
      const { times } = now;
      now.times = 0;
      latest.current(times);
    }, wait);
  }, [ms]);
}

function usePolling(isOn: boolean, read: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(read, pollMs);
    return () => clearInterval(timer);
  }, [isOn, read]);
}

/** The stream of the ledger; the browser opens it again by itself, where it left off. */
function useFeed(
  paused: boolean,
  setConnection: (connection: "live" | "polling") => void,
  onEntry: () => void,
): void {
  const told = useRef(onEntry);
  told.current = onEntry;
  useEffect(() => {
    if (paused) return;
    const source = new EventSource("/admin/api/v1/events/stream");
    source.onopen = () => setConnection("live");
    source.onerror = () => setConnection("polling");
    source.onmessage = () => told.current();
    return () => source.close();
  }, [paused, setConnection]);
}
