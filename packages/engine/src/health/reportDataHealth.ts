import { callOne } from "../callOne.ts";
import type { Queryable, Scope } from "../types.ts";
import { lagWithin } from "./lagBin.ts";

/** What came in from one source. Counts are of the hour that runs and the 23 before. */
export interface SourceHealth {
  readonly source: string;
  /** The latest time at which one of its facts occurred. Null: it sent none that was taken. */
  readonly lastEventAt: Date | null;
  /** When it last sent anything, refused or not. */
  readonly lastReceivedAt: Date;
  readonly recorded24h: number;
  /** Told before: duplicates that were dropped. */
  readonly unchanged24h: number;
  readonly refused24h: number;
  /** How many had a time ahead of the server's clock. */
  readonly clamped24h: number;
  /**
   * Seconds from when facts occurred to when they were recorded, within which half of them and 95
   * of 100 arrived, to the next power of two. Null where none was recorded.
   */
  readonly lagSeconds: { readonly p50: number; readonly p95: number } | null;
  /** It sent on at least 5 of the 7 days before the last 24 hours, and nothing in those. */
  readonly isSilent: boolean;
}

/** What was refused of a source for one reason, in the last 7 days. */
export interface RefusalsOfSource {
  readonly source: string;
  readonly code: string;
  readonly n: number;
  readonly lastAt: Date;
}

/** What the doctor found when it last ran. */
export interface DoctorRun {
  readonly ranAt: Date;
  readonly isRepair: boolean;
  readonly attempts: number;
  readonly differences: number;
  /** Of them, those that it did not mend. */
  readonly remaining: number;
  readonly durationMs: number;
  /** Whether none remained. */
  readonly ok: boolean;
}

/** Whether it is the data or the people. */
export interface DataHealth {
  readonly asOf: Date;
  /** At most 200, the last to send first; of those that sent within 30 days. */
  readonly sources: SourceHealth[];
  /** At most 200, the most frequent first. */
  readonly refusals: RefusalsOfSource[];
  readonly feed: {
    /** Of its last entry; 0 where there is none. */
    readonly position: number;
    /** When that entry was received; of history that was moved in, by its old home. */
    readonly lastReceivedAt: Date | null;
    /** Whether something was committed that nobody has read the feed up to. */
    readonly isBehind: boolean;
  };
  readonly reports: {
    /** Changes of counts that are not folded into the sums, up to 10,000. Reports add them. */
    readonly waiting: number;
    /** Courses whose attempts are following an outline edit. Readers count by it already. */
    readonly recounts: number;
  };
  readonly webhooks: {
    readonly enabled: number;
    /** Enabled ones at which nothing arrived when it was last tried. */
    readonly failing: number;
    /** Deliveries that failed and are tried again. */
    readonly waiting: number;
    /** Deliveries that failed for good. */
    readonly givenUp: number;
  };
  /** Null: it has not run in this tenant. */
  readonly doctor: DoctorRun | null;
}

interface SourceRow {
  source: string;
  last_event_at: string | null;
  last_received_at: string;
  recorded: number;
  unchanged: number;
  refused: number;
  clamped: number;
  lags: [number, number][];
  is_silent: boolean;
}

interface Row {
  as_of: Date;
  sources: SourceRow[];
  refusals: { source: string; code: string; n: number; last_at: string }[];
  feed_no: string;
  feed_reached_at: Date | null;
  feed_is_behind: boolean;
  unfolded: number;
  recounts: number;
  enabled_webhooks: number;
  failing_webhooks: number;
  waiting_deliveries: number;
  given_up_deliveries: number;
  doctor: {
    ran_at: string;
    is_repair: boolean;
    attempts: number;
    differences: number;
    remaining: number;
    duration_ms: number;
  } | null;
}

/**
 * Whether it is the data or the people: what came in, from where, what of it was refused, and how
 * far everything is that follows from it. What servers answered shows once they noted it.
 *
 * @throws {@link MilepostError} `tenant_not_found`
 */
export async function reportDataHealth(
  db: Queryable,
  { tenant = "default", now }: Scope = {},
): Promise<DataHealth> {
  const row = await callOne<Row>(db, "report_data_health", [tenant, now ?? null]);
  return {
    asOf: row.as_of,
    sources: row.sources.map(sourceHealth),
    refusals: row.refusals.map(({ last_at, ...rest }) => ({ ...rest, lastAt: new Date(last_at) })),
    feed: {
      position: Number(row.feed_no),
      lastReceivedAt: row.feed_reached_at,
      isBehind: row.feed_is_behind,
    },
    reports: { waiting: row.unfolded, recounts: row.recounts },
    webhooks: {
      enabled: row.enabled_webhooks,
      failing: row.failing_webhooks,
      waiting: row.waiting_deliveries,
      givenUp: row.given_up_deliveries,
    },
    doctor: row.doctor === null ? null : doctorRun(row.doctor),
  };
}

function sourceHealth(row: SourceRow): SourceHealth {
  const p50 = lagWithin(row.lags, 0.5);
  const p95 = lagWithin(row.lags, 0.95);
  return {
    source: row.source,
    lastEventAt: row.last_event_at === null ? null : new Date(row.last_event_at),
    lastReceivedAt: new Date(row.last_received_at),
    recorded24h: row.recorded,
    unchanged24h: row.unchanged,
    refused24h: row.refused,
    clamped24h: row.clamped,
    lagSeconds: p50 === null || p95 === null ? null : { p50, p95 },
    isSilent: row.is_silent,
  };
}

function doctorRun(row: NonNullable<Row["doctor"]>): DoctorRun {
  return {
    ranAt: new Date(row.ran_at),
    isRepair: row.is_repair,
    attempts: row.attempts,
    differences: row.differences,
    remaining: row.remaining,
    durationMs: row.duration_ms,
    ok: row.remaining === 0,
  };
}
