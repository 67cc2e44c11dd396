import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { serverPlace } from "./support/Place.ts";
import { runFault } from "./support/runFault.ts";

const seconds = Number(process.env.FAULT_SECONDS ?? 10);

/** Another program holds a lock, so that every connection of the pool waits in the database. */
await runFault({
  name: "exhaustedPool",
  tries: 5,
  place: () =>
    serverPlace({ env: { MILEPOST_POOL_SIZE: "2", MILEPOST_REQUEST_TIMEOUT_MS: "2000" } }),
  strike: async ({ database }) => {
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    await other.query("begin");
    await other.query("lock table milepost.progress_event");
    await pause(seconds * 1000);
    await other.query("commit");
    await other.end();
  },
});
