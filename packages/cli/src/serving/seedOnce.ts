import { type DemoSeeded, seedDemo } from "@milepost/demo";
import { listCourses } from "@milepost/engine";
import type pg from "pg";
import { ProgressLine } from "../terminal/ProgressLine.ts";
import { stopped } from "../terminal/stopped.ts";
import type { Terminal } from "../terminal/Terminal.ts";

/**
 * Writes the demo into a database that has no course, in one transaction: stopped halfway it leaves
 * nothing, and the next start writes it whole.
 *
 * @returns what was written; null where there are courses
 */
export async function seedOnce(pool: pg.Pool, terminal: Terminal): Promise<DemoSeeded | null> {
  const client = await pool.connect();
  try {
    const { items } = await listCourses(client, { limit: 1 });
    if (items.length > 0) return null;
    terminal.err("Writing the demo: a year of an academy's courses and learners (once).\n");
    await client.query("begin");
    const seeded = await seedWithProgress(client, terminal);
    await client.query("commit");
    // The embedded database's housekeeper comes to a table a second: who stops it and checks
    // everything before that has the check planned for empty tables, and waits for minutes.
    await client.query("analyze");
    return seeded;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function seedWithProgress(client: pg.PoolClient, terminal: Terminal): Promise<DemoSeeded> {
  const line = new ProgressLine(terminal);
  line.start({ label: "demo", total: 100 });
  const progress = (share: number) => {
    if (terminal.stop.aborted) throw stopped("Stopped; nothing of the demo was kept.");
    line.advance(0, { end: Math.floor(share * 100) });
  };
  try {
    return await seedDemo(client, { now: new Date(), progress });
  } finally {
    line.end();
  }
}
