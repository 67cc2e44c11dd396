import type { FuzzCaller } from "./FuzzRequest.ts";

/** What there is to ask about, and who may ask. */
export interface World {
  readonly callers: readonly FuzzCaller[];
  /** Values that mean something, by the name of the field or parameter that they are for. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}
