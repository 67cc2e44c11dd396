import type pg from "pg";

/**
 * Ends a pool and waits until its connections are gone: `pool.end()` alone answers before they are.
 */
export async function endPool(pool: pg.Pool): Promise<void> {
  let left = pool.totalCount;
  const gone = new Promise<void>((resolve) => {
    if (left === 0) resolve();
    pool.on("remove", () => {
      left -= 1;
      if (left === 0) resolve();
    });
  });
  await pool.end();
  await gone;
}
