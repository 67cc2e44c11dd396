import { foldReports } from "@milepost/engine";
import type pg from "pg";

/** As the server does. */
const deltasAtOnce = 2_000;

/** Does the work while one more connection folds about once a second, as the server does. */
export async function whileFolding(
  pool: pg.Pool,
  work: () => Promise<void>,
): Promise<{ folded: number }> {
  let folded = 0;
  let working = true;
  const folding = (async () => {
    while (working) {
      let taken = deltasAtOnce;
      while (taken >= deltasAtOnce) {
        taken = await foldReports(pool, { limit: deltasAtOnce });
        folded += taken;
      }
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
