import { setTimeout as pause } from "node:timers/promises";
import { serverPlace } from "./support/Place.ts";
import { runFault } from "./support/runFault.ts";

const seconds = Number(process.env.FAULT_SECONDS ?? 30);

/** Nobody listens on the database's port for half a minute, as in a slow failover. */
await runFault({
  name: "refusedConnections",
  tries: 3,
  place: serverPlace,
  strike: async ({ database }) => {
    await database.kill();
    await pause(seconds * 1000);
    await database.start();
  },
});
