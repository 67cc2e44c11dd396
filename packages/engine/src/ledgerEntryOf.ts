import type { LedgerEntry, LedgerEntryType } from "./types.ts";

/** An entry of the ledger as the SQL functions answer it. */
export interface LedgerRow {
  event_no: string | null;
  type: LedgerEntryType;
  attempt: number | null;
  lesson: string | null;
  occurred_at: Date;
  received_at: Date;
  source: string | null;
  actor: string | null;
  client_event_id: string | null;
  outline_version: number | null;
  reason: string | null;
  data: Record<string, unknown> | null;
}

/** The entry in a row that has one. */
export function ledgerEntryOf(row: LedgerRow): LedgerEntry {
  if (row.event_no === null) throw new Error("a ledger entry came without its number");
  return {
    id: row.event_no,
    type: row.type,
    attempt: row.attempt,
    lesson: row.lesson,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    source: row.source,
    actor: row.actor,
    eventId: row.client_event_id,
    outlineVersion: row.outline_version,
    reason: row.reason,
    data: row.data,
  };
}
