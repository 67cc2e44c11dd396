import type pg from "pg";

/** A lock that keeps every read and write of courses waiting until it is released. */
export interface HeldLock {
  /** Resolves once so many others wait for it. */
  waitFor(count: number): Promise<void>;
  /** Ends the connections of those who wait, as an administrator would. */
  endWaiting(): Promise<void>;
  release(): Promise<void>;
}

/** Takes the lock as superuser. PostgreSQL only: the embedded database has one connection. */
export async function holdLock(pool: pg.Pool): Promise<HeldLock> {
  const client = await pool.connect();
  await client.query("begin");
  await client.query("lock table milepost.course in access exclusive mode");
  const waiting = async () => {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.map(({ pid }) => pid);
  };
  return {
    async waitFor(count) {
      while ((await waiting()).length < count);
    },
    async endWaiting() {
      for (const pid of await waiting()) await pool.query("select pg_terminate_backend($1)", [pid]);
    },
    async release() {
      await client.query("rollback");
      client.release();
    },
  };
}
