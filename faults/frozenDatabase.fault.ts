import { setTimeout as pause } from "node:timers/promises";
import { serverPlace } from "./support/Place.ts";
import { runFault } from "./support/runFault.ts";

const seconds = Number(process.env.FAULT_SECONDS ?? 15);

/** Connections to the database stand and nothing answers on them: a machine that is paused. */
await runFault({
  name: "frozenDatabase",
  tries: 5,
  place: () => serverPlace({ env: { MILEPOST_REQUEST_TIMEOUT_MS: "2000" } }),
  strike: async ({ database }) => {
    await database.freeze();
    await pause(seconds * 1000);
    await database.thaw();
  },
});
