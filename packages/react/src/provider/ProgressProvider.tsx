import type { CourseProgressPage } from "@milepost/client";
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { StatusRegion } from "../components/StatusRegion.tsx";
import type { Messages } from "../messages/en.ts";
import { CourseStore } from "../store/CourseStore.ts";
import type { FactNews, GetToken, Store } from "../store/types.ts";
import type { Gates } from "../view/gated.ts";
import { readView } from "../view/readView.ts";
import { ProgressContext, type Target } from "./ProgressContext.ts";
import { createTexts } from "./texts.ts";
import { useNow } from "./useNow.ts";

export interface ProgressProviderProps {
  /** Where the API is, up to what comes before `/v1`: "" for this origin. */
  readonly api?: string | undefined;
  /** The host's own id of the course; that of `initial` when omitted. */
  readonly course?: string | undefined;
  /** The learner's own id; that of `initial`, or `sub` of the token, when omitted. */
  readonly learner?: string | undefined;
  /** None where the host adds the credential itself, as a proxy with a session does. */
  readonly getToken?: GetToken | undefined;
  /** The answer of `GET /v1/learners/{learner}/courses/{course}`, read on the server. */
  readonly initial?: CourseProgressPage | null | undefined;
  /** Made by the host; then what is above this line counts for nothing. */
  readonly store?: Store | undefined;
  /** Follow what other tabs and devices record. True when omitted. */
  readonly live?: boolean | undefined;
  /** Seconds in which a completion can be taken back before it is sent. 0 when omitted. */
  readonly undoSeconds?: number | undefined;
  /** BCP 47. `en` when omitted. */
  readonly locale?: string | undefined;
  /** IANA name of the zone that days are written in. `UTC` when omitted. */
  readonly timeZone?: string | undefined;
  /** A catalogue of another language, or texts to be worded otherwise. */
  readonly messages?: Partial<Messages> | undefined;
  /** When the server rendered the page, as RFC 3339 text: hydrating writes the same again. */
  readonly now?: string | undefined;
  /** `stopped` keeps `now` the present for good: for pictures of a page, and for tests. */
  readonly clock?: "stopped" | undefined;
  /** Addresses of the host's pages. No links where it is omitted. */
  readonly hrefFor?: ((target: Target) => string | null) | undefined;
  /** Lessons that are not open, or not yet: made by `gated`. */
  readonly gates?: Gates | undefined;
  /** Say changes to screen readers. True when omitted; one provider of a page is enough. */
  readonly announce?: boolean | undefined;
  /** Told of each fact that is queued, confirmed, refused or taken back. */
  readonly onFact?: ((news: FactNews) => void) | undefined;
  readonly children?: ReactNode;
}

const noMessages: Partial<Messages> = {};
const noAddress = () => null;

/**
 * Gives one learner's progress in one course to the components below, and says changes to screen
 * readers. With `initial` they render on the server, and the page works without a script.
 */
export function ProgressProvider(props: ProgressProviderProps) {
  const { locale = "en", timeZone = "UTC", messages = noMessages, gates } = props;
  const { hrefFor = noAddress, onFact, children } = props;
  const store = useStore(props);
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getState);
  const now = useNow(props.now, { isStopped: props.clock === "stopped" });
  const texts = useMemo(
    () => createTexts({ locale, timeZone, messages }),
    [locale, timeZone, messages],
  );
  const view = useMemo(() => readView(state, { gates, now }), [state, gates, now]);
  useEffect(() => (onFact === undefined ? undefined : store.happened.add(onFact)), [store, onFact]);
  const progress = { store, state, view, texts, now, hrefFor };
  return (
    <ProgressContext.Provider value={progress}>
      {children}
      {props.announce === false ? null : <StatusRegion />}
    </ProgressContext.Provider>
  );
}

/** The store given, which is its host's to start; or one of the provider's own. */
function useStore(props: ProgressProviderProps): Store {
  const { store: given } = props;
  const [own] = useState(() => given ?? storeOf(props));
  useEffect(() => {
    if (given !== undefined || !(own instanceof CourseStore)) return undefined;
    own.start();
    return () => own.stop();
  }, [given, own]);
  return given ?? own;
}

function storeOf(props: ProgressProviderProps): CourseStore {
  const { api = "", initial, learner, getToken, live, undoSeconds } = props;
  const course = props.course ?? initial?.course;
  if (course === undefined) throw new Error("ProgressProvider needs a course.");
  return new CourseStore({ api, course, initial, learner, getToken, live, undoSeconds });
}
