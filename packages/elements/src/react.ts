/**
 * What the components use of React, out of Preact without its compatibility layer, which is larger
 * than the components of a course page together.
 */
import { useEffect, useLayoutEffect, useState } from "preact/hooks";

export { createContext } from "preact";
export { useContext, useEffect, useId, useMemo, useRef, useState } from "preact/hooks";

/** As React has it, for stores that answer the same object until something changes. */
export function useSyncExternalStore<T>(
  subscribe: (listener: () => void) => () => void,
  getState: () => T,
): T {
  const state = getState();
  const [, setState] = useState(state);
  useLayoutEffect(() => setState(() => getState()));
  useEffect(() => subscribe(() => setState(() => getState())), [subscribe, getState]);
  return state;
}
