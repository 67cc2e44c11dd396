import type { DeadlineResult, ExemptionResult } from "@milepost/client";
import { client } from "./client.ts";

/** An attempt that something is to be done with, as the list showed it. */
export interface Target {
  readonly learner: string;
  readonly course: string;
  readonly attempt: number;
  readonly dueAt: string | null;
}

/** What is done with attempts. */
export type Act =
  | { readonly kind: "extend"; readonly days: number }
  | { readonly kind: "exempt" | "reinstate" };

export type ActResult = DeadlineResult | ExemptionResult;

/** The API takes as many in one request. */
export const mostTargets = 10_000;

interface Options {
  readonly reason: string;
  /** Says what would be done, and does nothing. */
  readonly preview?: boolean;
}

/**
 * Extends or exempts attempts, each for itself: who has completed since the list was loaded is
 * refused alone. A deadline that somebody else has moved meanwhile is not moved again.
 */
export async function act(
  { kind, ...how }: Act,
  targets: readonly Target[],
  { reason, preview = false }: Options,
): Promise<readonly ActResult[]> {
  const params = idempotent();
  if (kind !== "extend") {
    const attempts = targets.map(({ learner, course, attempt }) => ({ learner, course, attempt }));
    const body = { attempts, reason, preview };
    const path = kind === "exempt" ? "/v1/exemptions" : "/v1/reinstatements";
    return (await client.POST(path, { params, body })).data.results;
  }
  const attempts = targets.map(({ dueAt, ...target }) => ({ ...target, expectedDueAt: dueAt }));
  const { days } = how as { days: number };
  const body = { attempts, extendDays: days, reason, preview };
  return (await client.POST("/v1/deadlines", { params, body })).data.results;
}

/** Takes back what was done, by entries of its own: what is undone stays in the record. */
export async function undo(
  { kind }: Act,
  results: readonly ActResult[],
  reason: string,
): Promise<readonly ActResult[]> {
  const params = idempotent();
  const done = results.flatMap((result) => {
    const { status, learner, course, attempt } = result;
    const isDone = status === "recorded" && learner !== undefined && course !== undefined;
    return isDone && attempt !== undefined ? [{ ...result, learner, course, attempt }] : [];
  });
  if (kind !== "extend") {
    const attempts = done.map(({ learner, course, attempt }) => ({ learner, course, attempt }));
    const path = kind === "exempt" ? "/v1/reinstatements" : "/v1/exemptions";
    return (await client.POST(path, { params, body: { attempts, reason } })).data.results;
  }
  const attempts = (done as (DeadlineResult & Target)[]).map((result) => ({
    learner: result.learner,
    course: result.course,
    attempt: result.attempt,
    dueAt: result.previousDueAt ?? null,
    timeZone: result.previousTimeZone ?? null,
    expectedDueAt: result.dueAt,
  }));
  return (await client.POST("/v1/deadlines", { params, body: { attempts, reason } })).data.results;
}

/** Sent again after a broken connection, the request is carried out once. */
function idempotent() {
  return { header: { "idempotency-key": crypto.randomUUID() } };
}
