import { callOne } from "./callOne.ts";
import type { Queryable, Scope } from "./types.ts";

export interface RequestWindow {
  /** Who asks, by a name that is no person's own; 1–100 characters. */
  readonly holder: string;
  /** The beginning of the window. */
  readonly window: Date;
  /** Requests that the holder may make in it. */
  readonly limit: number;
  /** How many are taken, at least 1. */
  readonly count: number;
}

/**
 * Takes requests out of what a holder may make in a window, for several servers that share a limit:
 * each takes some at once and lets them through by itself.
 *
 * @returns how many of `count` it got: all together never get more than `limit`
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function takeRequests(
  db: Queryable,
  { holder, window, limit, count }: RequestWindow,
  { tenant = "default" }: Pick<Scope, "tenant"> = {},
): Promise<number> {
  const values = [tenant, holder, window, limit, count];
  const row = await callOne<{ take_requests: number }>(db, "take_requests", values, { tenant });
  return row.take_requests;
}
