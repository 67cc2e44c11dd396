import type { FuzzCaller } from "./FuzzRequest.ts";

/** What there is to ask about, and who may ask. */
export interface World {
  readonly callers: readonly FuzzCaller[];
  /**
   * Values that mean something, by the name of the field or parameter that they are for. Ids that
   * only the server gives come in as it tells them, so what is in a list may change.
   */
  readonly names: Readonly<Record<string, string[]>>;
}
