import { foldReports } from "@milepost/engine";
import type pg from "pg";

/** Does the work while one more connection folds about once a second, as the server does. */
export async function whileFolding(
  pool: pg.Pool,
  work: () => Promise<void>,
): Promise<{ folded: number }> {
  let folded = 0;
  let working = true;
  const folding = (async () => {
    while (working) {
      folded += await foldReports(pool, { limit: 10_000 });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  })();
  try {
    await work();
  } finally {
    working = false;
    await folding;
  }
  return { folded };
}
