import { readFile } from "node:fs/promises";
import type pg from "pg";

const indexes = [
  "enrollment_by_activity",
  "enrollment_by_due",
  "enrollment_by_moved_due",
  "enrollment_by_progress",
  "enrollment_overdue",
  "progress_event_after",
  "learner_by_name",
];

/** What a write does for reports; each of them can be left out for a while. */
export interface Summaries {
  /** Puts the function that counts in its place, or one that does not. */
  count(counts: boolean): Promise<void>;
  /** Has the indexes that only reports read, or has not. */
  index(indexed: boolean): Promise<void>;
}

/** A switch for what reports cost the writes of one database. */
export async function summariesOf(pool: pg.Pool): Promise<Summaries> {
  const file = "../../packages/engine/sql/functions/record_fact.sql";
  const text = await readFile(new URL(file, import.meta.url), "utf8");
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indexrelid::regclass::text = any($1)`,
    [indexes.map((name) => `milepost.${name}`)],
  );
  return {
    async count(counts) {
      await pool.query(counts ? text : withoutCounts(text));
    },
    async index(indexed) {
      for (const { name, definition } of rows) {
        await pool.query(`drop index if exists ${name}`);
        if (indexed) await pool.query(definition);
      }
      await pool.query("vacuum (analyze) milepost.enrollment");
    },
  };
}

/** record_fact without what it appends for reports, and without looking how far an attempt is. */
function withoutCounts(text: string): string {
  const bare = cut(
    cut(text, "    if v_before.exempted_at is null and", "  end if;\n\n  if v_wins then"),
    "    -- In a statement of its own, after the lock: the order",
    "  elsif v_wins or v_moves_view",
  );
  if (bare.includes("report_delta")) throw new Error("record_fact counts at another place, too.");
  return bare;
}

function cut(text: string, from: string, until: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(until, start);
  if (start < 0 || end < 0) throw new Error(`record_fact no longer says: ${from}`);
  return text.slice(0, start) + text.slice(end);
}
