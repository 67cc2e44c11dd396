import {
  type ActResult,
  type ActRow,
  type ActTerms,
  type AttemptId,
  actResult,
} from "./actResult.ts";
import { call } from "./call.ts";
import { dueParameter } from "./dueParameter.ts";
import type { Due, Queryable, Scope } from "./types.ts";

/** An attempt whose deadline is to move. */
export interface DeadlineAct extends AttemptId {
  /** Refuses where this is not the deadline there is: somebody moved it since. */
  readonly expectedDueAt?: Date | null | undefined;
  /** Where neither `extendDays` nor `due` is said for all; null takes the deadline away. */
  readonly dueAt?: Date | null | undefined;
  /** Zone that `dueAt` is stated in, null for none; that of the present deadline when omitted. */
  readonly timeZone?: string | null | undefined;
}

/** At most one of `extendDays` and `due`; without either, each attempt says its own `dueAt`. */
export interface ChangeDeadlinesInput extends ActTerms {
  /** Up to 10,000 attempts. */
  readonly attempts: readonly DeadlineAct[];
  /** 1–3,650 calendar days more in the deadline's own zone. */
  readonly extendDays?: number | undefined;
  readonly due?: Due | null | undefined;
}

/** Deadlines before and after; where it was refused, both are what there is. */
export type DeadlineResult = ActResult<{
  readonly dueAt: Date | null;
  readonly previousDueAt: Date | null;
  readonly timeZone: string | null;
  readonly previousTimeZone: string | null;
}>;

interface Row extends ActRow {
  due_at: Date | null;
  previous_due_at: Date | null;
  time_zone: string | null;
  previous_time_zone: string | null;
}

/**
 * Moves the deadlines of many current attempts that are still open; one result an attempt, in
 * order. A refused attempt fails alone. To take it back, give each its `previousDueAt` and
 * `previousTimeZone`, and expect its `dueAt`.
 *
 * @throws {@link MilepostError} `reason_required`, `text_out_of_range`, `batch_too_large`,
 * `due_out_of_range`, `time_zone_unknown`, `time_out_of_range`
 */
export async function changeDeadlines(
  db: Queryable,
  { attempts, extendDays, due, reason, preview = false }: ChangeDeadlinesInput,
  { tenant = "default", now, actor }: Scope = {},
): Promise<DeadlineResult[]> {
  const rows = await call<Row>(db, "change_deadlines", [
    tenant,
    JSON.stringify(attempts),
    extendDays ?? null,
    dueParameter(due),
    reason ?? null,
    preview,
    actor ?? null,
    now ?? null,
  ]);
  return rows.map((row) =>
    actResult(row, {
      dueAt: row.due_at,
      previousDueAt: row.previous_due_at,
      timeZone: row.time_zone,
      previousTimeZone: row.previous_time_zone,
    }),
  );
}
